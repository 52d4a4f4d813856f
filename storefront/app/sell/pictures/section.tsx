import { useFetcher, useRevalidator } from '@remix-run/react'
import { MAX_ALT, MAX_PICTURES, type ProductResponse } from '@shop/shared/contracts'
import { useEffect } from 'react'
import type { FormFault } from '../../forms/parse-form.ts'
import { count } from '../../lib/words.ts'
import { TextField } from '../../ui/field.tsx'
import { useHydrated } from '../../ui/use-hydrated.ts'
import { DropZone } from './drop-zone.tsx'
import { PicturesIntro } from './intro.tsx'
import { PictureList } from './list.tsx'
import { UploadList } from './upload-list.tsx'
import { useUploads } from './use-uploads.ts'

interface PicturesSectionProps {
  product: Pick<ProductResponse, 'id' | 'images'>
  /** Errors of a picture that was sent without script. */
  fault: FormFault | undefined
}

export function PicturesSection({ product, fault }: PicturesSectionProps) {
  const { id, images } = product
  useArrivals(id, images)
  return (
    <section className="card stack g4" aria-labelledby="pictures">
      <PicturesIntro />
      <PictureList product={product} />
      <UploadList product={id} />
      {images.length < MAX_PICTURES ? (
        <AddForm id={id} shown={images.length} fault={fault} />
      ) : (
        <p className="muted small">
          A product can have {count(MAX_PICTURES, 'picture')}. Remove one to add another.
        </p>
      )}
    </section>
  )
}

/** Reloads the product when uploads finish. */
function useArrivals(id: string, images: ProductResponse['images']): void {
  const { queue, uploads } = useUploads(id)
  const { revalidate } = useRevalidator()
  const arrived = uploads.filter(({ state }) => state === 'done').length
  useEffect(() => {
    if (arrived > 0) revalidate()
  }, [arrived, revalidate])
  useEffect(() => queue.forgetDone(id), [queue, id, images])
}

function AddForm({
  id,
  shown,
  fault,
}: {
  id: string
  shown: number
  fault: FormFault | undefined
}) {
  const { queue, uploads } = useUploads(id)
  const isHydrated = useHydrated()
  const { Form } = useFetcher()
  const waiting = uploads.filter(({ state, isReady }) => state === 'waiting' && !isReady).length
  return (
    <Form
      method="post"
      action={`/sell/products/${id}`}
      encType="multipart/form-data"
      noValidate
      className="stack g4"
      aria-label="Add pictures"
      onSubmit={(event) => {
        event.preventDefault()
        queue.release(id)
        // Pictures with an invalid description stay; focus the first.
        event.currentTarget.parentElement?.querySelector<HTMLElement>('[aria-invalid]')?.focus()
      }}
    >
      <input type="hidden" name="intent" value="add-picture" />
      <DropZone
        product={id}
        shown={shown}
        error={fault?.fields['image']}
        plainHelp="It’s added right away, so save your changes above first."
      />
      {!isHydrated && (
        <TextField
          label="What the picture shows"
          isOptional
          name="alt"
          help="For people who can’t see it. If empty, the product’s name is read."
          maxLength={MAX_ALT}
          autoComplete="off"
          defaultValue={fault?.values['alt'] ?? ''}
          error={fault?.fields['alt']}
        />
      )}
      {(!isHydrated || waiting > 0) && (
        <div>
          <button className="btn quiet">
            {isHydrated ? `Upload ${count(waiting, 'picture')}` : 'Add picture'}
          </button>
        </div>
      )}
    </Form>
  )
}

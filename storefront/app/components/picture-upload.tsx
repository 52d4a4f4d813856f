import { useFetcher, useRevalidator } from '@remix-run/react'
import { MAX_ALT, MAX_PICTURES, type ProductResponse } from '@shop/shared/contracts'
import { useEffect } from 'react'
import type { FormFault } from '../lib/forms.ts'
import { useHydrated } from '../lib/use-hydrated.ts'
import { useUploads } from '../lib/use-uploads.ts'
import { count } from '../lib/words.ts'
import { TextField } from './field.tsx'
import { PictureUploadDrop } from './picture-upload-drop.tsx'
import { PictureUploadIntro } from './picture-upload-intro.tsx'
import { PictureUploadList } from './picture-upload-list.tsx'
import { PictureUploadQueue } from './picture-upload-queue.tsx'

interface PictureUploadProps {
  product: Pick<ProductResponse, 'id' | 'images'>
  /** What was wrong with a picture that was sent without script. */
  fault: FormFault | undefined
}

/** The pictures of a product: those it shows, those on their way, and a place to add more. */
export function PictureUpload({ product, fault }: PictureUploadProps) {
  const { id, images } = product
  useArrivals(id, images)
  return (
    <section className="card stack g4" aria-labelledby="pictures">
      <PictureUploadIntro />
      <PictureUploadList product={product} />
      <PictureUploadQueue product={id} />
      {images.length < MAX_PICTURES ? (
        <AddForm id={id} shown={images.length} fault={fault} />
      ) : (
        <p className="muted small">
          There are {count(MAX_PICTURES, 'picture')}, as many as can be. Remove one to add another.
        </p>
      )}
    </section>
  )
}

/** Shows what has arrived, in the list of the product's pictures. */
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
        // Those whose words are wrong stay: the first of them is to be looked at.
        event.currentTarget.parentElement?.querySelector<HTMLElement>('[aria-invalid]')?.focus()
      }}
    >
      <PictureUploadDrop
        product={id}
        shown={shown}
        error={fault?.fields['image']}
        plainHelp="It is added at once: save what you changed above first."
      />
      {!isHydrated && (
        <TextField
          label="What the picture shows"
          isOptional
          name="alt"
          help="For those who cannot see it. Without it, the product's name is read."
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

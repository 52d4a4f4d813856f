import { Link, useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { data, type LoaderFunctionArgs } from '@remix-run/server-runtime'
import { MAX_UPLOAD_BYTES } from '@shop/shared/contracts'
import { useEffect } from 'react'
import { Badge } from '../components/badge.tsx'
import { Breadcrumbs } from '../components/breadcrumbs.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { PictureUpload } from '../components/picture-upload.tsx'
import { ProductFormEdit } from '../components/product-form-edit.tsx'
import { SellArchiveQuestion } from '../components/sell-archive-question.tsx'
import { SellDone } from '../components/sell-done.tsx'
import { SellProductState } from '../components/sell-product-state.tsx'
import { editProduct, type EditOutcome } from '../lib/edit-product.server.ts'
import { formAction } from '../lib/form-action.server.ts'
import type { FormFault } from '../lib/forms.ts'
import { ownProduct } from '../lib/own-product.server.ts'
import { readForm } from '../lib/read-form.server.ts'
import { editedOf } from '../lib/save-product.server.ts'
import { productStatus } from '../lib/sell-words.ts'
import { useUploads } from '../lib/use-uploads.ts'
import { pageTitle } from '../lib/words.ts'

export const meta = () => [{ title: pageTitle('Edit product') }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const product = await ownProduct(context.api, request, params['id'])
  return data({ product, edited: await editedOf(product) })
}

export const action = formAction(
  async ({ api, form, request, params }) =>
    editProduct(api, form, request, await ownProduct(api, request, params['id'])),
  async ({ context, request, params }) => {
    await ownProduct(context.api, request, params['id'])
    return readForm(request, MAX_UPLOAD_BYTES)
  },
)

export { clientAction, shouldRevalidate } from '../lib/client-action.ts'

export default function EditProduct() {
  const { product, edited } = useLoaderData<typeof loader>()
  const outcome = outcomeOf(useActionData<typeof action>())
  const [params] = useSearchParams()
  useWaitingPictures(product.id, outcome)
  if (params.has('archive') && !product.archived) return <Asking product={product} />
  return (
    <>
      <div>
        <Breadcrumbs
          trail={[{ name: 'Products', to: '/sell/products' }, { name: product.title }]}
        />
        <div className="row between">
          <h1>Edit product</h1>
          <Badge status={productStatus(product)} />
        </div>
      </div>
      {params.has('created') && (
        <SellDone>
          <p>
            “{product.title}” is in the shop.{' '}
            <Link to={`/products/${product.id}`}>See it as shoppers do</Link>
          </p>
        </SellDone>
      )}
      {params.has('restored') && (
        <SellDone>
          <p>“{product.title}” is in the shop again.</p>
        </SellDone>
      )}
      <ErrorSummary fault={outcome?.pictures} />
      <ProductFormEdit
        key={product.id}
        id={product.id}
        product={edited}
        outcome={outcome?.saving}
      />
      <PictureUpload key={`pictures ${product.id}`} product={product} fault={outcome?.pictures} />
      <SellProductState key={`state ${product.id}`} product={product} />
    </>
  )
}

/** A fault that is told of no form in particular belongs to the texts if those were sent. */
function outcomeOf(told: EditOutcome | FormFault | undefined): EditOutcome | undefined {
  if (told === undefined || !('values' in told)) return told
  return 'seen' in told.values ? { saving: { kind: 'refused', fault: told } } : { pictures: told }
}

/** The pictures that waited for a new product, or for what was typed to be saved, go out. */
function useWaitingPictures(id: string, outcome: EditOutcome | undefined): void {
  const { queue } = useUploads(id)
  const [params] = useSearchParams()
  const isNew = params.has('created')
  useEffect(() => {
    if (isNew) queue.assign(id)
  }, [queue, id, isNew])
  useEffect(() => {
    if (outcome?.saving?.kind === 'saved') queue.release(id)
  }, [queue, id, outcome])
}

function Asking({ product }: { product: { id: string; title: string } }) {
  return (
    <>
      <h1>Archive product</h1>
      <section className="card" aria-labelledby="archive">
        <SellArchiveQuestion product={product} titleId="archive">
          <Link className="btn quiet" to={`/sell/products/${product.id}`}>
            Keep it
          </Link>
        </SellArchiveQuestion>
      </section>
    </>
  )
}

import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { MAX_UPLOAD_BYTES } from '@shop/shared/contracts'
import { useEffect } from 'react'
import { formAction } from '../forms/form-action.server.ts'
import type { FormFault } from '../forms/parse-form.ts'
import { readForm } from '../forms/read-form.server.ts'
import { pageTitle } from '../lib/words.ts'
import { ArchiveQuestion } from '../sell/archive-question.tsx'
import { EditDone } from '../sell/edit-done.tsx'
import { editProduct, type EditOutcome } from '../sell/edit-product.server.ts'
import { HiddenNotice } from '../sell/hidden-notice.tsx'
import { productStatus } from '../sell/labels.ts'
import { ownProduct } from '../sell/own-product.server.ts'
import { PicturesSection } from '../sell/pictures/section.tsx'
import { useUploads } from '../sell/pictures/use-uploads.ts'
import { ProductFormEdit } from '../sell/product-form/edit.tsx'
import { editedOf } from '../sell/product-form/save-product.server.ts'
import { ProductState } from '../sell/product-state.tsx'
import { Badge } from '../ui/badge.tsx'
import { Breadcrumbs } from '../ui/breadcrumbs.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'

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

export { clientAction, shouldRevalidate } from '../forms/client-action.ts'

export default function EditProduct() {
  const { product, edited } = useLoaderData<typeof loader>()
  const outcome = outcomeOf(useActionData<typeof action>())
  const [params] = useSearchParams()
  useWaitingPictures(product.id, outcome)
  if (params.has('archive') && product.off?.includes('archived') !== true)
    return <ArchiveConfirmation product={product} />
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
      <EditDone product={product} />
      <HiddenNotice key={`hidden ${product.id}`} product={product} fault={outcome?.appeal} />
      <ErrorSummary fault={outcome?.pictures} />
      <ProductFormEdit
        key={product.id}
        id={product.id}
        product={edited}
        outcome={outcome?.saving}
      />
      <PicturesSection key={`pictures ${product.id}`} product={product} fault={outcome?.pictures} />
      <ProductState key={`state ${product.id}`} product={product} />
    </>
  )
}

function outcomeOf(result: EditOutcome | FormFault | undefined): EditOutcome | undefined {
  if (result === undefined || !('values' in result)) return result
  if (result.values['intent'] === 'appeal') return { appeal: result }
  return result.values['intent'] === 'save'
    ? { saving: { kind: 'refused', fault: result } }
    : { pictures: result }
}

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

function ArchiveConfirmation({ product }: { product: { id: string; title: string } }) {
  return (
    <>
      <h1>Archive product</h1>
      <section className="card" aria-labelledby="archive">
        <ArchiveQuestion product={product} titleId="archive">
          <Link className="btn quiet" to={`/sell/products/${product.id}`}>
            Keep product
          </Link>
        </ArchiveQuestion>
      </section>
    </>
  )
}

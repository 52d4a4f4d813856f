import { useActionData } from '@remix-run/react'
import { data, redirect, type LoaderFunctionArgs } from '@remix-run/server-runtime'
import { MAX_UPLOAD_BYTES } from '@shop/shared/contracts'
import { Breadcrumbs } from '../components/breadcrumbs.tsx'
import { ProductFormNew } from '../components/product-form-new.tsx'
import { putUp } from '../lib/create-product.server.ts'
import { formAction } from '../lib/form-action.server.ts'
import { readForm } from '../lib/read-form.server.ts'
import { requireUser } from '../lib/session.server.ts'
import { pageTitle } from '../lib/words.ts'

export const meta = () => [{ title: pageTitle('Add a product') }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  await requireUser(context.api, request)
  return data(null)
}

export const action = formAction(
  async ({ api, form }) => {
    const { product, fault } = await putUp(api, form)
    if (fault !== undefined) return data(fault, { status: 400 })
    throw redirect(`/sell/products/${product.id}?created=1`, { status: 303 })
  },
  async ({ context, request }) => {
    await requireUser(context.api, request)
    return readForm(request, MAX_UPLOAD_BYTES)
  },
)

export { clientAction, shouldRevalidate } from '../lib/client-action.ts'

export default function NewProduct() {
  const fault = useActionData<typeof action>()
  return (
    <>
      <div>
        <Breadcrumbs
          trail={[{ name: 'Products', to: '/sell/products' }, { name: 'New product' }]}
        />
        <h1>Add a product</h1>
      </div>
      <ProductFormNew told={fault} />
    </>
  )
}

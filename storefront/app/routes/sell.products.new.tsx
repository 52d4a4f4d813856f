import { useActionData } from '@remix-run/react'
import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
} from '@remix-run/server-runtime'
import { Breadcrumbs } from '../components/breadcrumbs.tsx'
import { ProductFormNew } from '../components/product-form-new.tsx'
import { putUp } from '../lib/create-product.server.ts'
import { requireUser } from '../lib/session.server.ts'
import { pageTitle } from '../lib/words.ts'

export const meta = () => [{ title: pageTitle('Add a product') }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  await requireUser(context.api, request)
  return data(null)
}

export async function action({ context, request }: ActionFunctionArgs) {
  await requireUser(context.api, request)
  const { product, fault } = await putUp(context.api, await request.formData())
  if (fault !== undefined) return data(fault, { status: 400 })
  return redirect(`/sell/products/${product.id}?created=1`, { status: 303 })
}

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

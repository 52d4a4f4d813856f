import { data, redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { MAX_UPLOAD_BYTES } from '@shop/shared/contracts'
import { requireUser } from '../api/session.server.ts'
import { formAction } from '../forms/form-action.server.ts'
import { readForm } from '../forms/read-form.server.ts'
import { pageTitle } from '../lib/words.ts'
import { ownProduct } from '../sell/own-product.server.ts'
import { createFromForm } from '../sell/product-form/create-product.server.ts'
import { ProductFormNew } from '../sell/product-form/new.tsx'
import { formValues, textsOfProduct } from '../sell/product-form/schema.ts'
import { Breadcrumbs } from '../ui/breadcrumbs.tsx'

export const meta = () => [{ title: pageTitle('Add a product') }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  await requireUser(context.api, request)
  const copied = new URL(request.url).searchParams.get('copy')
  if (copied === null) return data({ initial: {} })
  const product = await ownProduct(context.api, request, copied)
  return data({ initial: formValues(textsOfProduct(product)) })
}

export const action = formAction(
  async ({ api, form }) => {
    const { product, fault } = await createFromForm(api, form)
    if (fault !== undefined) return data(fault, { status: 400 })
    throw redirect(`/sell/products/${product.id}?created=1`, { status: 303 })
  },
  async ({ context, request }) => {
    await requireUser(context.api, request)
    return readForm(request, MAX_UPLOAD_BYTES)
  },
)

export { clientAction, shouldRevalidate } from '../forms/client-action.ts'

export default function NewProduct() {
  const { initial } = useLoaderData<typeof loader>()
  const fault = useActionData<typeof action>()
  return (
    <>
      <div>
        <Breadcrumbs
          trail={[{ name: 'Products', to: '/sell/products' }, { name: 'New product' }]}
        />
        <h1>Add a product</h1>
      </div>
      <ProductFormNew serverFault={fault} initial={initial} />
    </>
  )
}

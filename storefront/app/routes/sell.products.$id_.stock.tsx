import { data, redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData, useLocation, useSearchParams } from '@remix-run/react'
import { formAction } from '../forms/form-action.server.ts'
import { pageTitle } from '../lib/words.ts'
import { moveStock } from '../sell/change-stock.server.ts'
import { SellDone } from '../sell/done-notice.tsx'
import { pieces, signed } from '../sell/labels.ts'
import { ownProduct } from '../sell/own-product.server.ts'
import { SellStockForm } from '../sell/stock-form.tsx'
import { SellStockNumbers } from '../sell/stock-numbers.tsx'
import { Breadcrumbs } from '../ui/breadcrumbs.tsx'

export const meta = () => [{ title: pageTitle('Stock') }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { id, title, quantity, available } = await ownProduct(context.api, request, params['id'])
  return data({ id, title, quantity, available })
}

export const action = formAction(async ({ api, form, request, params }) => {
  const { id } = await ownProduct(api, request, params['id'])
  const { by, fault } = await moveStock(api, id, form)
  if (fault !== undefined) return data(fault, { status: 400 })
  throw redirect(`/sell/products/${id}/stock?by=${by}`, { status: 303 })
})

export { clientAction, shouldRevalidate } from '../forms/client-action.ts'

export default function Stock() {
  const product = useLoaderData<typeof loader>()
  const fault = useActionData<typeof action>()
  const by = Number(useSearchParams()[0].get('by'))
  const { key } = useLocation()
  const { id, title, quantity } = product
  return (
    <>
      <div className="stack g1">
        <Breadcrumbs
          trail={[
            { name: 'Products', to: '/sell/products' },
            { name: title, to: `/sell/products/${id}` },
            { name: 'Stock' },
          ]}
        />
        <h1>Stock</h1>
        <p className="muted">{title}</p>
      </div>
      {Number.isInteger(by) && by !== 0 && fault === undefined && (
        <SellDone>
          <p>
            Changed by {signed(by)}: {pieces(quantity)} are in stock now.
          </p>
        </SellDone>
      )}
      <SellStockNumbers product={product} />
      <SellStockForm key={fault === undefined ? key : 'again'} id={id} told={fault} />
    </>
  )
}

import { data, redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useLoaderData, useLocation, useSearchParams } from '@remix-run/react'
import { listStockMoves } from '../api/products.server.ts'
import { formAction } from '../forms/form-action.server.ts'
import { pageTitle } from '../lib/words.ts'
import { saveStockChange } from '../sell/change-stock.server.ts'
import { DoneNotice } from '../sell/done-notice.tsx'
import { formatCount, signed } from '../sell/labels.ts'
import { Ledger } from '../sell/ledger.tsx'
import { ownProduct } from '../sell/own-product.server.ts'
import { StockForm } from '../sell/stock-form.tsx'
import { StockNumbers } from '../sell/stock-numbers.tsx'
import { Breadcrumbs } from '../ui/breadcrumbs.tsx'

export const meta = () => [{ title: pageTitle('Stock') }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { id, title, quantity, available } = await ownProduct(context.api, request, params['id'])
  const cursor = new URL(request.url).searchParams.get('cursor') || null
  const ledger = await listStockMoves(context.api, id, cursor)
  return data({ id, title, quantity, available, ledger })
}

export const action = formAction(async ({ api, form, request, params }) => {
  const { id } = await ownProduct(api, request, params['id'])
  const { by, fault } = await saveStockChange(api, id, form)
  if (fault !== undefined) return data(fault, { status: 400 })
  throw redirect(`/sell/products/${id}/stock?by=${by}`, { status: 303 })
})

export { clientAction, shouldRevalidate } from '../forms/client-action.ts'

export default function Stock() {
  const product = useLoaderData<typeof loader>()
  const fault = useActionData<typeof action>()
  const by = Number(useSearchParams()[0].get('by'))
  const { key } = useLocation()
  const { id, title, quantity, ledger } = product
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
        <DoneNotice>
          <p>
            Changed by {signed(by)}. {formatCount(quantity)} in stock now.
          </p>
        </DoneNotice>
      )}
      <StockNumbers product={product} />
      <StockForm key={fault === undefined ? key : 'again'} id={id} serverFault={fault} />
      <section className="card stack g4" aria-labelledby="ledger">
        <h2 id="ledger" className="small-title">
          Changes
        </h2>
        <Ledger moves={ledger.items} />
        {ledger.nextCursor !== null && (
          <Link className="btn quiet" to={`/sell/products/${id}/stock?cursor=${ledger.nextCursor}`}>
            Show older changes
          </Link>
        )}
      </section>
    </>
  )
}

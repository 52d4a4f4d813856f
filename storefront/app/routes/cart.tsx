import { data, redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useFetchers, useLoaderData } from '@remix-run/react'
import { getCart } from '../api/cart.server.ts'
import { getOrder } from '../api/orders.server.ts'
import { requireSession } from '../api/session.server.ts'
import { shopsOf } from '../api/shops.server.ts'
import { acceptChanges, changeCart } from '../cart/change-cart.server.ts'
import { CartLine } from '../cart/line.tsx'
import { optimisticLines } from '../cart/lines.ts'
import { CartSummary } from '../cart/summary.tsx'
import { UndoRemoval } from '../cart/undo-removal.tsx'
import { useEntryFocus } from '../cart/use-entry-focus.ts'
import { isDocumentRequest } from '../forms/document-request.ts'
import { formAction } from '../forms/form-action.server.ts'
import { pageTitle } from '../lib/words.ts'
import { FaultNotice } from '../ui/fault-notice.tsx'
import { Notice } from '../ui/notice.tsx'

export const meta = () => [{ title: pageTitle('Cart') }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { api } = context
  const cart = await getCart(api)
  const lost = new URL(request.url).searchParams.get('lost')
  const order = lost === null ? null : await getOrder(api, lost).catch(() => null)
  const items = cart?.items ?? []
  const sellers = items.flatMap(({ sellerId }) => sellerId ?? [])
  return data({ items, shops: await shopsOf(api, sellers), wasLost: order !== null })
}

export const action = formAction(async ({ api, form, request }) => {
  const intent = form.get('intent')
  if (intent !== 'add') await requireSession(api, request)
  if (intent === 'accept') {
    await acceptChanges(api)
    throw redirect('/checkout', { status: 303 })
  }
  await changeCart(api, form)
  if (isDocumentRequest(request)) throw redirect('/cart', { status: 303 })
  return data(null)
})

export { clientAction } from '../forms/client-action.ts'
export { unlessUnavailable as shouldRevalidate } from '../forms/revalidation.ts'

export default function Cart() {
  const { items, shops, wasLost } = useLoaderData<typeof loader>()
  const lines = optimisticLines(items, useFetchers())
  const drifted = lines.filter(({ drift }) => drift !== undefined).length
  const main = useEntryFocus()
  return (
    <main id="main" tabIndex={-1} className="wrap page stack g6" ref={main}>
      <h1 tabIndex={-1}>Your cart</h1>
      <FaultNotice fault={useActionData<typeof action>()} />
      {wasLost && (
        <Notice kind="danger" live="alert" title="Something sold out while you were paying">
          <p>We canceled the payment, and you weren’t charged. The rest of your cart is below.</p>
        </Notice>
      )}
      <UndoRemoval items={items} />
      {lines.length === 0 && items.length === 0 ? (
        <EmptyCart />
      ) : (
        <div className="split side">
          <section className="stack g4" aria-label="Items">
            {drifted > 0 && (
              <Notice kind="warn" title="Something changed since you added it">
                <p>Each changed item is marked. The total uses today’s prices.</p>
              </Notice>
            )}
            <ul className="lines">
              {items.map((item) => (
                <CartLine key={item.productId} item={item} shop={shops[item.sellerId ?? '']} />
              ))}
            </ul>
          </section>
          <CartSummary lines={lines} />
        </div>
      )}
    </main>
  )
}

function EmptyCart() {
  return (
    <div className="empty">
      <h2>Your cart is empty</h2>
      <p className="muted">Your cart is saved on this device, no account needed.</p>
      <Link className="btn" to="/">
        See all products
      </Link>
    </div>
  )
}

import { Link, useActionData, useFetchers, useLoaderData } from '@remix-run/react'
import { data, redirect, type LoaderFunctionArgs } from '@remix-run/server-runtime'
import { getCart } from '../api/cart.server.ts'
import { getOrder } from '../api/orders.server.ts'
import { CartLine } from '../components/cart-line.tsx'
import { CartSummary } from '../components/cart-summary.tsx'
import { FaultNotice } from '../components/fault-notice.tsx'
import { Notice } from '../components/notice.tsx'
import { UndoRemoval } from '../components/undo-removal.tsx'
import { expected } from '../lib/cart.ts'
import { acceptChanges, changeCart } from '../lib/change-cart.server.ts'
import { isDocumentRequest } from '../lib/document-request.ts'
import { formAction } from '../lib/form-action.server.ts'
import { requireSession } from '../lib/session.server.ts'
import { useEntryFocus } from '../lib/use-entry-focus.ts'
import { pageTitle } from '../lib/words.ts'

export const meta = () => [{ title: pageTitle('Cart') }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { api } = context
  const cart = await getCart(api)
  const lost = new URL(request.url).searchParams.get('lost')
  const order = lost === null ? null : await getOrder(api, lost).catch(() => null)
  return data({ items: cart?.items ?? [], wasLost: order !== null })
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

export { clientAction } from '../lib/client-action.ts'
export { unlessAway as shouldRevalidate } from '../lib/revalidation.ts'

export default function Cart() {
  const { items, wasLost } = useLoaderData<typeof loader>()
  const lines = expected(items, useFetchers())
  const drifted = lines.filter(({ drift }) => drift !== undefined).length
  const main = useEntryFocus()
  return (
    <main id="main" tabIndex={-1} className="wrap page stack g6" ref={main}>
      <h1 tabIndex={-1}>Your cart</h1>
      <FaultNotice fault={useActionData<typeof action>()} />
      {wasLost && (
        <Notice kind="danger" live="alert" title="Something sold out while you were paying">
          <p>We cancelled the payment: nothing was taken. What is left is below.</p>
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
                <p>What is different stands with each item. The total uses today's prices.</p>
              </Notice>
            )}
            <ul className="lines">
              {items.map((item) => (
                <CartLine key={item.productId} item={item} />
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
      <p className="muted">What you add stays here, on this device, also without an account.</p>
      <Link className="btn" to="/">
        See all products
      </Link>
    </div>
  )
}

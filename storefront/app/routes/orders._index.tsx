import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { currentUser } from '../api/auth.server.ts'
import { listOrders } from '../api/orders.server.ts'
import { requireSession } from '../api/session.server.ts'
import { pageTitle } from '../lib/words.ts'
import { OrderCard } from '../orders/card.tsx'
import { isUnpaid } from '../ui/order-status.ts'

const PAGE = 20

export const meta = () => [{ title: pageTitle('Your orders') }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { api } = context
  await requireSession(api, request)
  const cursor = new URL(request.url).searchParams.get('cursor')
  const [{ items, nextCursor }, user] = await Promise.all([
    listOrders(api, cursor, PAGE),
    currentUser(api),
  ])
  const unpaid = items.filter(isUnpaid)
  const rest = items.filter((order) => !isUnpaid(order))
  return data({ unpaid, rest, nextCursor, isGuest: user?.role === 'guest' })
}

export default function Orders() {
  const { unpaid, rest, nextCursor, isGuest } = useLoaderData<typeof loader>()
  const isEmpty = unpaid.length + rest.length === 0
  return (
    <main id="main" tabIndex={-1} className="wrap page stack g6">
      <h1>Your orders</h1>
      {isEmpty && (
        <div className="empty">
          <h2>No orders yet</h2>
          <p className="muted">Your orders and their status appear here.</p>
          <Link className="btn" to="/">
            See all products
          </Link>
        </div>
      )}
      {unpaid.length > 0 && (
        <section className="stack g4" aria-labelledby="unpaid">
          <h2 id="unpaid">Waiting for payment</h2>
          <ul className="stack g4">
            {unpaid.map((order) => (
              <OrderCard key={order.id} order={order} />
            ))}
          </ul>
        </section>
      )}
      {rest.length > 0 && (
        <section className="stack g4" aria-labelledby="orders">
          <h2 id="orders">{unpaid.length > 0 ? 'Other orders' : 'All orders'}</h2>
          <ul className="stack g4">
            {rest.map((order) => (
              <OrderCard key={order.id} order={order} />
            ))}
          </ul>
        </section>
      )}
      {nextCursor !== null && (
        <p>
          <Link className="btn quiet" to={`/orders?cursor=${encodeURIComponent(nextCursor)}`}>
            Show older orders
          </Link>
        </p>
      )}
      {isGuest && !isEmpty && (
        <p className="muted small">
          These orders are tied to this browser.{' '}
          <Link to="/auth/signup?next=/orders">Create an account</Link> to keep them.
        </p>
      )}
    </main>
  )
}

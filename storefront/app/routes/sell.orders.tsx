import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData, useLocation } from '@remix-run/react'
import { useRef } from 'react'
import { listSoldOrders } from '../api/orders.server.ts'
import { requireUser } from '../api/session.server.ts'
import { count, pageTitle } from '../lib/words.ts'
import { SoldOrder } from '../sell/order.tsx'
import { waitingText } from '../sell/waiting.ts'
import { useFocusAfterChange } from '../ui/use-focus-after-change.ts'

const PAGE = 20

export const meta = () => [{ title: pageTitle('Orders for your products') }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  await requireUser(context.api, request)
  const cursor = new URL(request.url).searchParams.get('cursor') || null
  return data(await listSoldOrders(context.api, cursor, PAGE))
}

export default function SoldOrders() {
  const { items, nextCursor, isFirst } = useLoaderData<typeof loader>()
  const heading = useRef<HTMLHeadingElement>(null)
  useFocusAfterChange(useLocation().key, () => heading.current)
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        Orders
      </h1>
      {items.length > 0 && (
        <p className="muted">
          {isFirst && nextCursor === null ? '' : 'On this page: '}
          {waitingText(items)}
        </p>
      )}
      <p className="sr" role="status">
        {count(items.length, isFirst ? 'order' : 'older order')} shown
      </p>
      {items.length === 0 ? (
        <div className="card empty">
          <h2>No orders yet</h2>
          <p className="muted">
            Orders for your products appear here, with the address to send them to.
          </p>
          <Link className="btn quiet" to="/sell/products">
            See your products
          </Link>
        </div>
      ) : (
        <ul className="stack g4">
          {items.map((order) => (
            <SoldOrder key={order.id} order={order} />
          ))}
        </ul>
      )}
      {(nextCursor !== null || !isFirst) && (
        <nav className="row" aria-label="More orders">
          {nextCursor !== null && (
            <Link
              className="btn quiet"
              to={`/sell/orders?cursor=${encodeURIComponent(nextCursor)}`}
            >
              Show older orders
            </Link>
          )}
          {!isFirst && (
            <Link className="btn text" to="/sell/orders">
              Back to the newest
            </Link>
          )}
        </nav>
      )}
    </>
  )
}

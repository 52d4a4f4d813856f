import { data, redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { STAFF_STATUSES, type StaffStatus } from '@shop/shared/contracts'
import { requireStaff } from '../api/session.server.ts'
import { listAllOrders } from '../api/staff-orders.server.ts'
import { money } from '../lib/money.ts'
import { pageTitle } from '../lib/words.ts'
import { ORDER_STATES } from '../staff/order-words.ts'
import { Badge } from '../ui/badge.tsx'
import { orderStatus } from '../ui/order-status.ts'
import { Pages } from '../ui/pages.tsx'
import { SearchForm } from '../ui/search-form.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { Time } from '../ui/time.tsx'

const PATH = '/staff/orders'

export const meta = () => [{ title: pageTitle('Orders') }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  await requireStaff(context.api)
  const { searchParams } = new URL(request.url)
  const q = (searchParams.get('q') ?? '').trim()
  const wanted = searchParams.get('status')
  const status: StaffStatus | '' = STAFF_STATUSES.find((known) => known === wanted) ?? ''
  const cursor = searchParams.get('cursor') || null
  const page = await listAllOrders(context.api, { q, status }, cursor)
  const [only] = page.items
  if (q !== '' && only !== undefined && page.items.length === 1 && page.isFirst)
    throw redirect(`${PATH}/${only.id}`)
  return data({ q, status, ...page })
}

export default function Orders() {
  const { q, status, items, counts, nextCursor, isFirst } = useLoaderData<typeof loader>()
  const at = (wanted: StaffStatus | '') => {
    const params = new URLSearchParams({ ...(q && { q }), ...(wanted && { status: wanted }) })
    return params.size === 0 ? PATH : `${PATH}?${params}`
  }
  const states = (Object.keys(ORDER_STATES) as StaffStatus[]).map(
    (each) => [at(each), ORDER_STATES[each], counts[COUNT_OF[each]]] as const,
  )
  return (
    <>
      <div>
        <h1>Orders</h1>
        <p className="muted">Search by number, id, or a whole email address.</p>
      </div>
      <SearchForm action={PATH} name="Orders" label="Number, id or email" q={q} kept={{ status }} />
      <Tabs label="Orders by state" tabs={[[at(''), 'All'], ...states]} current={at(status)} />
      {items.length === 0 ? (
        <p className="muted">{q === '' ? 'No orders here.' : `No order matches “${q}”.`}</p>
      ) : (
        <ul className="card waits">
          {items.map((order) => (
            <li key={order.id}>
              <Badge status={orderStatus(order)} />
              <div>
                <b>Order {order.number}</b>
                <p className="muted small">
                  <Time at={order.createdAt} show="moment" /> · {money(order.total)}
                  {order.email !== undefined && ` · ${order.email}`}
                </p>
              </div>
              <Link className="btn quiet small" to={`${PATH}/${order.id}`}>
                Open<span className="sr"> order {order.number}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
      <Pages what="orders" filters={{ q, status }} nextCursor={nextCursor} isFirst={isFirst} />
    </>
  )
}

const COUNT_OF = {
  failed: 'failed',
  unanswered: 'unanswered',
  reversed: 'reversed',
  'to-send': 'toSend',
  returns: 'returns',
  sent: 'sent',
  delivered: 'delivered',
  cancelled: 'cancelled',
  refunded: 'refunded',
} as const

import { data, redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { currentUser } from '../api/auth.server.ts'
import { cancelOrder, getOrder } from '../api/orders.server.ts'
import { formAction } from '../forms/form-action.server.ts'
import { codeOf, orNotFound } from '../forms/refusals.server.ts'
import { pageTitle } from '../lib/words.ts'
import { amountsOf } from '../orders/amounts.ts'
import { OrderProgress } from '../orders/progress.tsx'
import { sellersOf } from '../orders/sellers.server.ts'
import { OrderSide } from '../orders/side.tsx'
import { useLiveOrder } from '../orders/use-live-order.ts'
import { Badge } from '../ui/badge.tsx'
import { Breadcrumbs } from '../ui/breadcrumbs.tsx'
import { Notice } from '../ui/notice.tsx'
import { OrderLines } from '../ui/order-lines.tsx'
import { orderStatus } from '../ui/order-status.ts'
import { Time } from '../ui/time.tsx'
import { Totals } from '../ui/totals.tsx'

export const meta = () => [{ title: pageTitle('Order') }]

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { api } = context
  const [order, user] = await Promise.all([
    getOrder(api, params['id'] ?? '').catch(orNotFound),
    currentUser(api),
  ])
  const sellers = await sellersOf(api, order.items)
  return data({ order, sellers, isGuest: user?.role === 'guest', name: user?.name ?? null })
}

export const action = formAction(async ({ api, params }) => {
  const id = params['id'] ?? ''
  try {
    await cancelOrder(api, id)
  } catch (error) {
    if (codeOf(error) === 'order-final') throw redirect(`/orders/${id}?late=1`, { status: 303 })
    return orNotFound(error)
  }
  throw redirect(`/orders/${id}`, { status: 303 })
})

export { clientAction, shouldRevalidate } from '../forms/client-action.ts'

export default function OrderPage() {
  const { order: loaded, sellers, isGuest, name } = useLoaderData<typeof loader>()
  const { order, connection } = useLiveOrder(loaded)
  const [params] = useSearchParams()
  const title =
    params.has('thanks') && order.status !== 'Cancelled'
      ? `Thank you${name === null ? '' : `, ${name}`}`
      : `Order ${order.number}`
  return (
    <main id="main" tabIndex={-1} className="wrap page stack g5">
      <p className="print-only">Corner, receipt</p>
      <Breadcrumbs trail={[{ name: 'Your orders', to: '/orders' }, { name: order.number }]} />
      <div className="stack g2">
        <div className="row">
          <h1>{title}</h1>
          <Badge status={orderStatus(order)} />
        </div>
        <p className="muted">
          Order {order.number}, placed <Time at={order.createdAt} show="moment" />.
        </p>
      </div>
      {params.has('late') && (
        <Notice kind="warn" title="It was paid before it could be canceled">
          <p>The order is complete and can’t be canceled anymore.</p>
        </Notice>
      )}
      <div className="split side">
        <div className="stack g5">
          <OrderProgress order={order} connection={connection} />
          <section className="card stack" aria-labelledby="items">
            <h2 id="items">Items</h2>
            <OrderLines lines={order.items} sellers={sellers} />
            <Totals totals={amountsOf(order)} />
          </section>
        </div>
        <OrderSide
          order={order}
          isConfirming={params.has('cancel')}
          fault={useActionData<typeof action>()}
        />
      </div>
      {isGuest && (
        <Notice kind="info" title="Keep this order">
          <p>
            You checked out as a guest.{' '}
            <Link to={`/auth/signup?next=/orders/${order.id}`}>Create an account</Link> to see your
            orders on every device.
          </p>
        </Notice>
      )}
    </main>
  )
}

import { data, redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { getOrder } from '../api/orders.server.ts'
import { CheckoutFrame } from '../checkout/frame.tsx'
import { PayCard } from '../checkout/pay-card.tsx'
import { payOrder } from '../checkout/pay-order.server.ts'
import { formAction } from '../forms/form-action.server.ts'
import { orNotFound } from '../forms/refusals.server.ts'
import { pageTitle } from '../lib/words.ts'
import { amountsOf } from '../orders/amounts.ts'
import { AddressText } from '../ui/address-text.tsx'
import { isUnpaid } from '../ui/order-status.ts'

export const handle = { header: 'own' }
export const meta = () => [{ title: pageTitle('Payment') }]

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { api, stripeKey, stripeJsUrl } = context
  const order = await getOrder(api, params['orderId'] ?? '').catch(orNotFound)
  if (!isUnpaid(order)) throw redirect(`/orders/${order.id}`)
  return data({ order, stripeKey, stripeJsUrl })
}

export const action = formAction(async ({ api, form, params }) => {
  const token = form.get('token')
  const orderId = params['orderId'] ?? ''
  const outcome = await payOrder(api, orderId, typeof token === 'string' ? token : '')
  return data(outcome, { status: 'clientSecret' in outcome ? 200 : 409 })
})

export { clientAction, shouldRevalidate } from '../forms/client-action.ts'

export default function Payment() {
  const { order, stripeKey, stripeJsUrl } = useLoaderData<typeof loader>()
  const { id, items, email, address } = order
  return (
    <CheckoutFrame
      step="payment"
      lines={items}
      totals={amountsOf(order)}
      country={order.address?.country}
    >
      {address !== undefined && (
        <section className="card address-summary" aria-labelledby="to">
          <h2 id="to" className="small-title">
            Shipping address
          </h2>
          <Link className="btn text small" to={`/checkout/${id}/address`}>
            Change<span className="sr"> shipping address</span>
          </Link>
          <div className="small whole">
            {email !== undefined && <p className="muted">{email}</p>}
            <AddressText address={address} />
          </div>
        </section>
      )}
      <PayCard order={order} stripeKey={stripeKey} stripeJsUrl={stripeJsUrl} />
    </CheckoutFrame>
  )
}

import { ownerIds, requireSession, sessionOf } from '@shop/shared/auth'
import {
  ORDER_LIFE_MS,
  PayBody,
  notFound,
  type CancelReason,
  type Session,
} from '@shop/shared/contracts'
import { clientAddress, createHandlers, limitBody, validJson, waitForCopy } from '@shop/shared/http'
import { linkTo } from '@shop/shared/tracing'
import type { Context } from 'hono'
import type { Deps } from '../deps.ts'
import type { Order } from '../order-copy.ts'
import type { PaymentDocument } from '../payment-document.ts'
import { attemptResponse, paymentResponse, refusal } from '../payment-response.ts'
import { payOrder } from '../steps/pay-order.ts'
import { waitForOutcome } from '../wait-for-outcome.ts'

/** `POST /api/payments` */
export function createPayment(deps: Deps) {
  const { payments, orders } = deps

  /** Waits for another person's order as for an unknown one: the timing must not reveal which ids exist. */
  async function ownOrder(orderId: string, session: Session): Promise<Order> {
    const owners = ownerIds(session)
    const order = await waitForCopy(session.sub, async () => {
      const found = await orders.find(orderId)
      return found !== null && owners.includes(found.userId) ? found : null
    })
    if (order === null) throw notFound('Order')
    return order
  }

  return createHandlers(requireSession, limitBody(), validJson(PayBody), async (c) => {
    const { orderId, token } = c.req.valid('json')
    const session = sessionOf(c)
    const order = await ownOrder(orderId, session)
    linkTo(order.traceparent)
    const reason = closingReason(order)
    if (reason !== null) return closedResponse(c, reason, await payments.findByOrder(orderId))
    const opened = await payments.insert(order, token)
    const { payment } = opened
    if (payment.state === 'Captured') return paymentResponse(c, payment, 200)
    const watch = payments.watch(orderId)
    try {
      const keys = [`session:${session.sub}`, `address:${clientAddress(c)}`]
      const attempt = await payOrder(deps, opened, { token, keys })
      if (attempt.kind !== 'under-way') return attemptResponse(c, payment, attempt)
      return paymentResponse(c, await waitForOutcome(payments, payment, watch), 201)
    } finally {
      watch.stop()
    }
  })
}

/** The order can no longer be paid, but it may have been. */
function closedResponse(c: Context, reason: CancelReason, payment: PaymentDocument | null) {
  if (payment?.state === 'Captured') return paymentResponse(c, payment, 200)
  throw refusal(reason, payment)
}

/** Why an order can no longer be paid, if it cannot. */
function closingReason({ status, reason = 'user', placedAt }: Order): CancelReason | null {
  if (status === 'Cancelled') return reason
  return Date.now() - placedAt.getTime() > ORDER_LIFE_MS ? 'expired' : null
}

import { ownerIds, requireSession, sessionOf } from '@shop/shared/auth'
import { ORDER_LIFE_MS, PayBody, ShopError, notFound, type Session } from '@shop/shared/contracts'
import { clientAddress, createHandlers, limitBody, validJson, waitForCopy } from '@shop/shared/http'
import type { Deps } from '../deps.ts'
import { DECLINES_PER_ORDER } from '../domain/decline.ts'
import type { Order } from '../order-copy.ts'
import type { PaymentDocument } from '../payment-document.ts'
import { attemptResponse, paymentResponse, refusal, waitForOutcome } from '../payment-response.ts'
import { cancelPayment } from '../steps/cancel.ts'
import { confirmAttempt } from '../steps/confirm.ts'

/** `POST /api/payments` */
export function createPayment(deps: Deps) {
  const { payments, orders, declineLimit } = deps

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

  /** A cancellation between reading the order and inserting the payment has seen no payment. */
  async function refuseCancelledMeanwhile(orderId: string, payment: PaymentDocument) {
    const order = await orders.find(orderId)
    if (order?.status !== 'Cancelled') return
    await cancelPayment(deps, payment, { reason: order.reason ?? 'user', from: ['Pending'] })
    throw refusal(order.reason, payment)
  }

  return createHandlers(requireSession, limitBody(), validJson(PayBody), async (c) => {
    const { orderId, token } = c.req.valid('json')
    const order = await ownOrder(orderId, sessionOf(c))
    const known = await payments.findByOrder(orderId)
    if (known?.state === 'Captured') return paymentResponse(c, known, 200)
    if (order.status === 'Cancelled') throw refusal(order.reason, known)
    if (Date.now() - order.placedAt.getTime() > ORDER_LIFE_MS) throw refusal('expired', known)
    const payment = known ?? (await payments.insert(order))
    await refuseCancelledMeanwhile(orderId, payment)
    refuseTooManyDeclines(payment)
    const { sub } = sessionOf(c)
    const keys = [`session:${sub}`, `address:${clientAddress(c)}`]
    const attempt = await declineLimit(keys, () => confirmAttempt(deps, payment, token))
    if (attempt.kind !== 'under-way') return attemptResponse(c, payment, attempt)
    return paymentResponse(c, await waitForOutcome(payments, payment), 201)
  })
}

function refuseTooManyDeclines({ state, declines = 0 }: PaymentDocument): void {
  if (state === 'Pending' && declines >= DECLINES_PER_ORDER)
    throw new ShopError('too-many-requests', 'Too many cards were declined: place a new order')
}

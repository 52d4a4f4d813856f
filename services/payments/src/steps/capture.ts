import { RetryLater } from '@shop/shared/events'
import type { Deps } from '../deps.ts'
import { startCapturing } from '../domain/transitions.ts'
import { idOf, type PaymentDocument } from '../payment-document.ts'
import type { Intent } from '../stripe-intent.ts'
import { followIntent } from './follow-intent.ts'

/** Captures the money once the goods are reserved: the payment is marked first, so that a cancellation waits. */
export async function capturePayment(deps: Deps, orderId: string, reservedAt: Date): Promise<void> {
  const { payments } = deps
  const marked = await payments.apply({ orderId }, startCapturing(reservedAt))
  const payment = marked ?? (await payments.findByOrder(orderId))
  if (marked === null && isUnauthorized(payment))
    throw new RetryLater('the payment is not authorized yet')
  if (payment?.state !== 'Capturing' || payment.paymentIntentId === null) return
  // failpoint: payments.afterCapturing
  const intent = await captureIntent(deps, payment, marked !== null)
  // failpoint: payments.afterCapture
  await followIntent(deps, payment, intent)
}

/**
 * The goods of an authorized payment are reserved, so such a state is out of date: a primary that was deposed also says
 * that nothing matched.
 */
function isUnauthorized(payment: PaymentDocument | null): boolean {
  return payment === null || payment.state === 'Pending' || payment.state === 'Authorized'
}

/**
 * The delivery that marked the payment captures at once. Any other retrieves the PaymentIntent first and
 * uses a key of its own: Stripe would repeat a stored failure of the first one for a day.
 */
async function captureIntent(
  { gateway }: Deps,
  payment: PaymentDocument,
  isFirst: boolean,
): Promise<Intent> {
  const intentId = payment.paymentIntentId ?? ''
  if (!isFirst) {
    const intent = await gateway.retrieve(intentId)
    if (intent.status !== 'requires_capture') return intent
  }
  const key = `capture:${idOf(payment)}`
  const captured = await gateway.capture(intentId, isFirst ? key : `${key}:${Date.now()}`)
  return captured ?? gateway.retrieve(intentId)
}

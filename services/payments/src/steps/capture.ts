import type { Deps } from '../deps.ts'
import { idOf } from '../payment-events.ts'
import { followIntent } from './follow-intent.ts'

/** Takes the money once the goods are held: flagged first, so that a cancellation waits. */
export async function capturePayment(deps: Deps, orderId: string): Promise<void> {
  const { payments, gateway } = deps
  const found = await payments.findByOrder(orderId)
  const payment = found?.state === 'Authorized' ? await payments.startCapturing(found) : found
  if (payment?.state !== 'Capturing' || payment.paymentIntentId === null) return
  // failpoint: payments.afterCapturing
  const intent = await gateway.retrieve(payment.paymentIntentId)
  const latest =
    intent.status === 'requires_capture'
      ? ((await gateway.capture(intent.id, `capture:${idOf(payment)}`)) ??
        (await gateway.retrieve(intent.id)))
      : intent
  // failpoint: payments.afterCapture
  await followIntent(deps, payment, latest)
}

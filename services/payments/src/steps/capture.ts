import type { Deps } from '../deps.ts'
import { startCapturing } from '../domain/transitions.ts'
import { idOf, type PaymentDocument } from '../payment-document.ts'
import { followIntent } from './follow-intent.ts'

/** Captures the money once the goods are reserved: the payment is marked first, so that a cancellation waits. */
export async function capturePayment(deps: Deps, orderId: string): Promise<void> {
  const { payments, gateway } = deps
  const found = await payments.findByOrder(orderId)
  const payment = found?.state === 'Authorized' ? await markCapturing(deps, found) : found
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

async function markCapturing({ payments }: Deps, payment: PaymentDocument) {
  const isMarked = await payments.apply(payment, startCapturing())
  return isMarked
    ? { ...payment, state: 'Capturing' as const }
    : payments.findByOrder(payment.orderId)
}

import type { Deps } from '../deps.ts'
import { cancel, startCancelling, type Cancellation } from '../domain/transitions.ts'
import type { PaymentDocument } from '../payment-document.ts'
import { releaseMoney } from './release.ts'

/** Cancels a payment: it is marked first, then the hold is released, then the event is published. */
export async function cancelPayment(
  deps: Deps,
  payment: PaymentDocument,
  cancellation: Cancellation,
): Promise<void> {
  const { payments } = deps
  const started = await payments.apply(payment, startCancelling(cancellation))
  await finishCancelling(deps, started ?? (await payments.findByOrder(payment.orderId)))
}

/** Continues a cancellation; any other payment is left alone. */
export async function finishCancelling(deps: Deps, payment: PaymentDocument | null): Promise<void> {
  if (payment?.state !== 'Cancelling') return
  await releaseMoney(deps, payment)
  await deps.payments.apply(payment, cancel(payment, payment.reason ?? 'payment_failed'))
}

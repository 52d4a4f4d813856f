import type { Deps } from '../deps.ts'
import type { PaymentDocument } from '../payment-document.ts'

interface Reported {
  id: string
  amount?: number | undefined
  reason?: string | null | undefined
}

/** Records a dispute and logs it as an error: people answer it at Stripe. */
export async function recordDispute(
  deps: Deps,
  payment: PaymentDocument,
  { id, amount = payment.total, reason }: Reported,
): Promise<void> {
  const dispute = { id, amount, reason: reason ?? 'general', at: new Date() }
  const isNew = await deps.refunds.addDispute(payment, dispute)
  if (isNew) deps.log.error({ orderId: payment.orderId, ...dispute }, 'a payment is disputed')
}

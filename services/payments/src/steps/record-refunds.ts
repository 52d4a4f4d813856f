import type { Deps } from '../deps.ts'
import { foreignRefunds, newsOf, type MadeRefund, type Refund } from '../domain/refund.ts'
import type { PaymentDocument } from '../payment-document.ts'

/** Records what Stripe says about the refunds of a payment that was read before; returns Stripe's. */
export async function recordRefunds(deps: Deps, payment: PaymentDocument): Promise<MadeRefund[]> {
  const made = await deps.gateway.refunds.list(payment.paymentIntentId ?? '')
  for (const refund of payment.refunds) await recordNews(deps, payment, refund, made)
  for (const foreign of foreignRefunds(payment.refunds, made)) {
    const isNew = await deps.refunds.addForeign(payment, foreign)
    if (isNew) deps.log.warn(logged(payment, foreign), 'a refund was made outside of the shop')
  }
  return made
}

async function recordNews(
  deps: Deps,
  payment: PaymentDocument,
  refund: Refund,
  made: MadeRefund[],
): Promise<void> {
  const news = newsOf(refund, made)
  if (news === null) return
  if (news.kind === 'reversed')
    deps.log.error(logged(payment, refund), 'a refund failed after it had succeeded')
  if (news.kind === 'failed') deps.log.error(logged(payment, refund), 'a refund failed')
  await deps.refunds.end(payment, refund, news)
}

export function logged(
  { orderId }: PaymentDocument,
  { id, amount }: { id: string; amount: number },
) {
  return { orderId, refundId: id, amount }
}

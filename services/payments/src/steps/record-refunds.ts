import type { Deps } from '../deps.ts'
import {
  foreignRefunds,
  newsOf,
  type MadeRefund,
  type Refund,
  type RefundNews,
} from '../domain/refund.ts'
import type { PaymentDocument } from '../payment-document.ts'

type RecordingDeps = Pick<Deps, 'payments' | 'refunds' | 'gateway' | 'log'>

/** Records what Stripe says about the refunds of a payment that was read before; returns Stripe's. */
export async function recordRefunds(
  deps: RecordingDeps,
  payment: PaymentDocument,
): Promise<MadeRefund[]> {
  const made = await deps.gateway.refunds.list(payment.paymentIntentId ?? '')
  const isAsRead = await recordNews(deps, payment, made)
  for (const foreign of foreignRefunds(payment.refunds, made)) {
    const isNew = await deps.refunds.addForeign(payment, foreign)
    if (isNew) deps.log.warn(logged(payment, foreign), 'a refund was made outside of the shop')
  }
  const now = isAsRead ? null : await deps.payments.findByOrder(payment.orderId)
  return now === null ? made : recordRefunds(deps, now)
}

/** False when a refund went on since it was read: what Stripe says may then mean something else. */
async function recordNews(
  deps: RecordingDeps,
  payment: PaymentDocument,
  made: MadeRefund[],
): Promise<boolean> {
  let isAsRead = true
  for (const refund of payment.refunds) {
    const news = newsOf(refund, made)
    if (news === null) continue
    const isRecorded = await deps.refunds.end(payment, refund, news)
    if (isRecorded) logNews(deps, payment, refund, news)
    else isAsRead = false
  }
  return isAsRead
}

function logNews(
  deps: RecordingDeps,
  payment: PaymentDocument,
  refund: Refund,
  { kind }: RefundNews,
): void {
  if (kind === 'reversed')
    deps.log.error(logged(payment, refund), 'a refund failed after it had succeeded')
  if (kind === 'failed') deps.log.error(logged(payment, refund), 'a refund failed')
}

export function logged(
  { orderId }: PaymentDocument,
  { id, amount }: { id: string; amount: number },
) {
  return { orderId, refundId: id, amount }
}

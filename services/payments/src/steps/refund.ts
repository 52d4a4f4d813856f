import { RetryLater } from '@shop/shared/events'
import type { Deps } from '../deps.ts'
import { refundable, type Refund } from '../domain/refund.ts'
import { finishRefunding, startRefunding } from '../domain/transitions.ts'
import { idOf, type PaymentDocument } from '../payment-document.ts'
import { refundStatuses } from './release.ts'

/** Refunds what earlier refunds have left, money and goods; stored before it is made. */
export async function refundRemaining(deps: Deps, payment: PaymentDocument): Promise<void> {
  const { amount, items } = refundable(payment)
  const rest: Refund = { id: `${idOf(payment)}-rest`, amount, items, restock: true, state: 'asked' }
  await deps.payments.apply(payment, startRefunding(payment, amount > 0 ? rest : null))
  await settleRefunds(deps, payment.orderId)
}

/** Makes every refund that is stored and not settled yet. */
export async function settleRefunds(deps: Deps, orderId: string): Promise<void> {
  const payment = await deps.payments.findByOrder(orderId)
  if (payment === null) return
  for (const refund of payment.refunds)
    if (refund.state === 'asked') await settleRefund(deps, payment, refund)
  await deps.payments.apply(payment, finishRefunding())
}

/** Records what was refunded in Stripe's dashboard: the money is gone, the goods stay sold. */
export async function recordForeignRefunds(deps: Deps, payment: PaymentDocument): Promise<void> {
  for (const { id, amount, status, refundId } of await deps.gateway.refunds(
    payment.paymentIntentId ?? '',
  )) {
    if (refundId !== undefined || status !== 'succeeded') continue
    const foreign: Refund = { id, amount, items: [], restock: false, state: 'done' }
    await deps.payments.recordRefund(payment, foreign)
  }
}

async function settleRefund(deps: Deps, payment: PaymentDocument, refund: Refund): Promise<void> {
  const status = await refundStatus(deps, payment, refund)
  if (status === 'succeeded') return deps.payments.settleRefund(payment, refund)
  deps.log.error(
    { orderId: payment.orderId, refundId: refund.id, status },
    'the refund has not succeeded; retrying',
  )
  throw new RetryLater('the refund has not succeeded yet')
}

/** The status of a refund, which is created unless an earlier try is pending or has succeeded. */
async function refundStatus(deps: Deps, { paymentIntentId }: PaymentDocument, refund: Refund) {
  const intentId = paymentIntentId ?? ''
  const statuses = await refundStatuses(deps, intentId, refund.id)
  if (statuses.includes('succeeded')) return 'succeeded'
  const failed = statuses.filter((status) => status === 'failed' || status === 'canceled').length
  return statuses.length > failed ? 'pending' : deps.gateway.refund(intentId, refund, failed)
}

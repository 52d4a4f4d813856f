import { NotYet } from '@shop/shared/events'
import type { Deps } from '../deps.ts'
import { whatIsLeft, type Refund } from '../domain/payment.ts'
import type { PaymentDocument } from '../payment-document.ts'
import { idOf } from '../payment-events.ts'

/** Gives back what earlier refunds have left, money and goods; stored before it is made. */
export async function refundTheRest(deps: Deps, payment: PaymentDocument): Promise<void> {
  const { amount, items } = whatIsLeft(payment)
  const rest: Refund = { id: `${idOf(payment)}-rest`, amount, items, restock: true, state: 'asked' }
  await deps.payments.startRefunding(payment, amount > 0 ? rest : null)
  await settleRefunds(deps, payment.orderId)
}

/** Makes every refund that was asked for and is not made yet. */
export async function settleRefunds(deps: Deps, orderId: string): Promise<void> {
  const payment = await deps.payments.findByOrder(orderId)
  if (payment === null) return
  for (const refund of payment.refunds)
    if (refund.state === 'asked') await settleRefund(deps, payment, refund)
  await deps.payments.finishRefunding(payment)
}

/** The statuses of what was tried so far for one refund. */
export async function triesOf({ gateway }: Deps, intentId: string, refundId: string) {
  const made = await gateway.refunds(intentId)
  return made.filter((each) => each.refundId === refundId).map(({ status }) => status)
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
  const { gateway, payments, log } = deps
  const intentId = payment.paymentIntentId ?? ''
  const tries = await triesOf(deps, intentId, refund.id)
  const failed = tries.filter((status) => status === 'failed' || status === 'canceled').length
  const isUnderWay = tries.length > failed
  const status = tries.includes('succeeded')
    ? 'succeeded'
    : isUnderWay
      ? 'pending'
      : await gateway.refund(intentId, refund, failed)
  if (status !== 'succeeded') {
    log.error({ orderId: payment.orderId, refundId: refund.id, status }, 'a refund is not through')
    throw new NotYet('the refund is not through; it is tried again')
  }
  await payments.settleRefund(payment, refund)
}

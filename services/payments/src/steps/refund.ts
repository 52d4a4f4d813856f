import { RetryLater } from '@shop/shared/events'
import type { Deps } from '../deps.ts'
import { refundable, type Refund } from '../domain/refund.ts'
import { finishRefunding, startRefunding } from '../domain/transitions.ts'
import { idOf, type PaymentDocument } from '../payment-document.ts'
import { recordRefunds } from './record-refunds.ts'
import { settleRefund } from './settle-refund.ts'

/** Refunds what earlier refunds have left, money and goods; stored before it is made. */
export async function refundRemaining(deps: Deps, payment: PaymentDocument): Promise<void> {
  const { amount, items } = refundable(payment)
  const rest: Refund = {
    id: `${idOf(payment)}-rest`,
    amount,
    items,
    restock: true,
    state: 'asked',
    askedAt: new Date(),
  }
  const started = startRefunding(payment, amount > 0 ? rest : null)
  if ((await deps.payments.apply(payment, started)) === null)
    throw new RetryLater('the payment changed meanwhile')
  await settleRefunds(deps, payment.orderId)
}

/** Tries every open refund by itself: one that waits or fails holds up no other. The sweeper tries again. */
export async function settleRefunds(deps: Deps, orderId: string): Promise<void> {
  const payment = await deps.payments.findByOrder(orderId)
  const open = payment?.refunds.filter(({ state }) => state === 'asked') ?? []
  for (const { id } of open) await tryRefund(deps, orderId, id)
  await deps.payments.apply({ orderId }, finishRefunding())
}

/** Tries a refund once; a failure is left to the sweeper. */
export async function tryRefund(deps: Deps, orderId: string, refundId: string): Promise<void> {
  try {
    await settleRefund(deps, orderId, refundId)
  } catch (error) {
    deps.log.warn({ error, orderId, refundId }, 'could not settle the refund; retrying later')
  }
}

/** Stripe reports a refund: records all of the payment. */
export async function followRefunds(deps: Deps, payment: PaymentDocument): Promise<void> {
  await recordRefunds(deps, payment)
  if (payment.state === 'Refunding') await deps.payments.apply(payment, finishRefunding())
}

import type { CancelReason, Shortage } from '@shop/shared/contracts'
import { NotYet } from '@shop/shared/events'
import type { Deps } from '../deps.ts'
import { statesBefore, type PaymentState } from '../domain/payment.ts'
import type { PaymentDocument } from '../payment-document.ts'
import { idOf } from '../payment-events.ts'
import { triesOf } from './refund.ts'

export interface Cancellation {
  reason: CancelReason
  /** The states that this trigger may cancel from. */
  from?: PaymentState[]
  short?: Shortage[]
}

/** Gives a payment up: flagged first, then the held money goes back, then it is told. */
export async function cancelPayment(
  deps: Deps,
  payment: PaymentDocument,
  { reason, from = statesBefore('Cancelling'), short }: Cancellation,
): Promise<void> {
  await deps.payments.startCancelling(payment, reason, from, short)
  await finishCancelling(deps, payment.orderId)
}

/** Goes on with a payment that is being cancelled; any other is left alone. */
export async function finishCancelling(deps: Deps, orderId: string): Promise<void> {
  const payment = await deps.payments.findByOrder(orderId)
  if (payment?.state !== 'Cancelling') return
  await releaseMoney(deps, payment)
  await deps.payments.cancel(payment, payment.reason ?? 'payment_failed')
}

/** Sees to it that the PaymentIntent of a cancelled payment holds no money. */
export async function releaseMoney(deps: Deps, payment: PaymentDocument): Promise<void> {
  if (payment.paymentIntentId === null) return
  const intent = await deps.gateway.retrieve(payment.paymentIntentId)
  if (intent.status === 'canceled') return
  if (intent.status === 'succeeded') return refundStray(deps, payment, intent.id)
  const canceled = await deps.gateway.cancel(intent.id, `cancel:${idOf(payment)}`)
  if (canceled === null) throw new NotYet('the PaymentIntent moved meanwhile')
}

async function refundStray(deps: Deps, payment: PaymentDocument, intentId: string): Promise<void> {
  const id = `${idOf(payment)}-stray`
  const tries = await triesOf(deps, intentId, id)
  if (tries.includes('succeeded')) return
  deps.log.error({ orderId: payment.orderId, intentId }, 'money was taken for a cancelled payment')
  await deps.gateway.refund(intentId, { id, amount: payment.total }, tries.length)
}

import { RetryLater } from '@shop/shared/events'
import type { Deps } from '../deps.ts'
import { isUnmade, refundKey, type Refund } from '../domain/refund.ts'
import { idOf, type PaymentDocument } from '../payment-document.ts'
import { recordRefunds } from './record-refunds.ts'

/** Makes sure that the PaymentIntent of a cancelled payment holds no money. */
export async function releaseMoney(deps: Deps, payment: PaymentDocument): Promise<void> {
  if (payment.paymentIntentId === null) return
  const intent = await deps.gateway.retrieve(payment.paymentIntentId)
  if (intent.status === 'canceled') return
  if (intent.status === 'succeeded') return refundStray(deps, payment, intent.id)
  const canceled = await deps.gateway.cancel(intent.id, `cancel:${idOf(payment)}`)
  if (canceled === null) throw new RetryLater('the PaymentIntent changed its state meanwhile')
}

async function refundStray(deps: Deps, payment: PaymentDocument, intentId: string): Promise<void> {
  const { orderId, total: amount } = payment
  const stray: Refund = {
    id: `${idOf(payment)}-stray`,
    amount,
    items: [],
    restock: false,
    state: 'asked',
  }
  const made = await recordRefunds(deps, payment)
  if (!isUnmade(stray, made)) return
  deps.log.error({ orderId, intentId }, 'money was captured for a cancelled payment; refunding it')
  const key = refundKey(stray, made)
  const result = await deps.gateway.refunds.create(intentId, orderId, stray, key)
  if (result.kind === 'made') await recordRefunds(deps, payment)
  else throw new RetryLater('the refund was not made')
}

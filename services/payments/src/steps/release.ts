import { RetryLater } from '@shop/shared/events'
import type { Deps } from '../deps.ts'
import { idOf, type PaymentDocument } from '../payment-document.ts'

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
  const id = `${idOf(payment)}-stray`
  const statuses = await refundStatuses(deps, intentId, id)
  if (statuses.includes('succeeded')) return
  deps.log.error(
    { orderId: payment.orderId, intentId },
    'money was captured for a cancelled payment; refunding it',
  )
  await deps.gateway.refund(intentId, { id, amount: payment.total }, statuses.length)
}

/** The status of each of Stripe's refunds that was created for one refund of ours. */
export async function refundStatuses({ gateway }: Deps, intentId: string, refundId: string) {
  const created = await gateway.refunds(intentId)
  return created.filter((each) => each.refundId === refundId).map(({ status }) => status)
}

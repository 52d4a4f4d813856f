import { toMinorUnits, type EventOf } from '@shop/shared/contracts'
import { RetryLater, listener } from '@shop/shared/events'
import type { Deps } from '../deps.ts'
import { refundable, type Refund } from '../domain/refund.ts'
import type { PaymentDocument } from '../payment-document.ts'
import { tryRefund } from '../steps/refund.ts'

/** Stores the refund, lowered to what is left, and tries it once: the rest is the sweeper's. */
export const onRefundAsked = (deps: Deps) =>
  listener('refund:asked', async (event) => {
    const { orderId, id } = event
    const payment = await findPayment(deps, orderId)
    const known = payment.refunds.find((refund) => refund.id === id)
    const refund = known ?? (await storeRefund(deps, payment, event))
    // failpoint: payments.afterRefundStored
    if (refund.state === 'asked')
      return deps.inProgress.run(orderId, () => tryRefund(deps, orderId, id))
    if (known !== undefined) await deps.refunds.answerAgain(payment, known)
  })

/** The order's payment; one that was never tried is inserted, so that the refund can fail in it. */
async function findPayment({ payments, orders }: Deps, orderId: string): Promise<PaymentDocument> {
  const found = await payments.findByOrder(orderId)
  if (found !== null) return found
  const order = await orders.find(orderId)
  if (order === null) throw new RetryLater('the order is not known yet')
  return (await payments.insert(order, '')).payment
}

async function storeRefund(
  deps: Deps,
  payment: PaymentDocument,
  { id, amount, items, restock }: EventOf<'refund:asked'>,
): Promise<Refund> {
  const refund: Refund = {
    id,
    amount: Math.min(toMinorUnits(amount), refundable(payment).amount),
    items,
    restock,
    state: payment.state === 'Captured' ? 'asked' : 'failed',
    requested: true,
    askedAt: new Date(),
  }
  if (await deps.refunds.add(payment, refund)) return refund
  throw new RetryLater('the payment changed meanwhile')
}

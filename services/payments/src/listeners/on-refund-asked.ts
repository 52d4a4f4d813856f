import { CONFLICT, retryOnConflict } from '@shop/shared/async'
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
    const isOpen = await retryOnConflict(() => storeOrAnswer(deps, event))
    // failpoint: payments.afterRefundStored
    if (isOpen) await deps.inProgress.run(orderId, () => tryRefund(deps, orderId, id))
  })

/** Whether the refund is open then. One that is known and has ended is answered again. */
async function storeOrAnswer(
  deps: Deps,
  event: EventOf<'refund:asked'>,
): Promise<boolean | typeof CONFLICT> {
  const payment = await findPayment(deps, event.orderId)
  const known = payment.refunds.find(({ id }) => id === event.id)
  if (known?.state === 'asked') return true
  if (known !== undefined) {
    await deps.refunds.answerAgain(payment, known)
    return false
  }
  const refund = requestedRefund(payment, event)
  return (await deps.refunds.add(payment, refund)) ? refund.state === 'asked' : CONFLICT
}

/** The order's payment; one that was never tried is inserted, so that the refund can fail in it. */
async function findPayment({ payments, orders }: Deps, orderId: string): Promise<PaymentDocument> {
  const found = await payments.findByOrder(orderId)
  if (found !== null) return found
  const order = await orders.find(orderId)
  if (order === null) throw new RetryLater('the order is not known yet')
  return (await payments.insert(order, '')).payment
}

function requestedRefund(
  payment: PaymentDocument,
  { id, amount, items, restock }: EventOf<'refund:asked'>,
): Refund {
  return {
    id,
    amount: Math.min(toMinorUnits(amount), refundable(payment).amount),
    items,
    restock,
    state: payment.state === 'Captured' ? 'asked' : 'failed',
    requested: true,
    askedAt: new Date(),
  }
}

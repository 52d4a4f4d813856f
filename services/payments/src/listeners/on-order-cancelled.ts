import type { CancelReason } from '@shop/shared/contracts'
import { RetryLater, listener } from '@shop/shared/events'
import type { Deps } from '../deps.ts'
import { cancelPayment } from '../steps/cancel.ts'
import { refundRemaining, settleRefunds } from '../steps/refund.ts'

/** Writes the copy first, then releases or refunds the money. */
export const onOrderCancelled = (deps: Deps) =>
  listener('order:cancelled', async (event) => {
    await deps.orders.writeCancelled(event)
    await undoPayment(deps, event.id, event.reason)
  })

async function undoPayment(deps: Deps, orderId: string, reason: CancelReason): Promise<void> {
  const found = await deps.payments.findByOrder(orderId)
  if (found === null) return
  await cancelPayment(deps, found, { reason, from: ['Pending', 'Authorized'] })
  const payment = await deps.payments.findByOrder(orderId)
  if (payment?.state === 'Captured') return refundRemaining(deps, payment)
  if (payment?.state === 'Refunding') return settleRefunds(deps, orderId)
  if (payment?.state === 'Cancelled' || payment?.state === 'Refunded') return
  // The money is being captured: it is refunded when this event is redelivered.
  throw new RetryLater('the payment is being captured')
}

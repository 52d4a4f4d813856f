import { doneRefunds, type CancelReason, type OrderResponse } from '@shop/shared/contracts'
import { timeOf } from '../ui/order-status.ts'

const WHY: Record<CancelReason, string> = {
  user: 'You canceled it.',
  out_of_stock: 'An item sold out while you were paying.',
  payment_failed: 'The payment didn’t go through.',
  authorization_expired: 'The hold on your card expired before it was charged.',
  expired: 'It wasn’t paid within a day.',
  admin: 'The shop canceled it.',
}

export function cancelReason(order: OrderResponse): { why: string; money: string } {
  const wasCharged = doneRefunds(order.refunds).length > 0
  const wasOnHold = timeOf(order, 'authorized') !== undefined
  return {
    why: order.reason === undefined ? 'It was canceled.' : WHY[order.reason],
    money: wasCharged
      ? 'Your refund is on its way to your card.'
      : wasOnHold
        ? 'The hold on your card was released. You weren’t charged.'
        : 'You weren’t charged.',
  }
}

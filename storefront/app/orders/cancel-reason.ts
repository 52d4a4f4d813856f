import type { CancelReason, OrderResponse } from '@shop/shared/contracts'
import { momentIn } from '../ui/order-status.ts'

const WHY: Record<CancelReason, string> = {
  user: 'You cancelled it.',
  out_of_stock: 'Something in it sold out while you were paying.',
  payment_failed: 'The payment did not go through.',
  authorization_expired: 'Your bank let the held money go before it was taken.',
  expired: 'It was not paid within a day.',
  admin: 'The shop cancelled it.',
}

/** Why an order was cancelled, and where its money is. */
export function whyCancelled(order: OrderResponse): { why: string; money: string } {
  const isTaken = order.refunds.length > 0
  const isHeld = momentIn(order, 'authorized') !== undefined
  return {
    why: order.reason === undefined ? 'It was cancelled.' : WHY[order.reason],
    money: isTaken
      ? 'The money is on its way back to your card.'
      : isHeld
        ? 'The money that your bank held is yours again; nothing was taken.'
        : 'Nothing was charged.',
  }
}

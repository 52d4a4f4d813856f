import { orderNumber, pictureUrl, toDecimal, type OrderReply } from '@shop/shared/contracts'
import { inOrder } from './domain/order.ts'
import type { OrderDocument } from './order-document.ts'

/** An order as the API shows it. */
export function toOrderReply(order: OrderDocument, mediaUrl: string): OrderReply {
  const id = order._id.toString()
  return {
    id,
    number: orderNumber(id),
    userId: order.userId,
    status: order.status,
    items: order.items.map(({ picture, price, ...line }) => ({
      ...line,
      price: toDecimal(price),
      imageUrl: pictureUrl(mediaUrl, picture),
    })),
    shipping: toDecimal(order.shipping),
    total: toDecimal(order.total),
    ...optional(order),
    refunds: order.refunds.map((refund) => ({
      id: refund.id,
      amount: toDecimal(refund.amount),
      at: refund.at.toISOString(),
    })),
    timeline: inOrder(order.timeline).map(({ at, what }) => ({ at: at.toISOString(), what })),
    version: order.version,
    createdAt: order.createdAt.toISOString(),
  }
}

function optional({ email, address, reason, payment }: OrderDocument) {
  return {
    ...(email && { email }),
    ...(address && { address }),
    ...(reason && { reason }),
    ...(payment && { payment }),
  }
}

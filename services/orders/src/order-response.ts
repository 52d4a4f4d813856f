import {
  orderNumber,
  pictureUrl,
  toDecimal,
  type OrderResponse,
  type SoldOrderResponse,
} from '@shop/shared/contracts'
import { inOrder } from './domain/timeline.ts'
import type { OrderDocument } from './order-document.ts'

export function toOrderResponse(order: OrderDocument, mediaUrl: string): OrderResponse {
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

/** An order as one of its sellers sees it: only their lines, and the address once it is paid. */
export function toSoldOrderResponse(
  order: OrderDocument,
  sellerId: string,
  mediaUrl: string,
): SoldOrderResponse {
  const {
    userId: _,
    email: __,
    payment: ___,
    address,
    ...response
  } = toOrderResponse(order, mediaUrl)
  const own = order.items.filter((line) => line.sellerId === sellerId)
  const total = own.reduce((sum, { price, quantity }) => sum + price * quantity, 0)
  return {
    ...response,
    items: response.items.filter((line) => line.sellerId === sellerId),
    shipping: 0,
    total: toDecimal(total),
    ...(order.status === 'Complete' && address && { address }),
    // Refunds are recorded for the whole order, not per line.
    refunds: own.length === order.items.length ? response.refunds : [],
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

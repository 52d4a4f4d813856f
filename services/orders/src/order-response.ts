import {
  orderNumber,
  pictureUrl,
  toDecimal,
  type OrderResponse,
  type SoldOrderResponse,
} from '@shop/shared/contracts'
import { afterSaleOf } from './after-sale-response.ts'
import type { OrderAct } from './domain/after-sale.ts'
import { refundsOf } from './domain/list-keys.ts'
import { isAddressShown } from './domain/parcel.ts'
import { inOrder } from './domain/timeline.ts'
import type { OrderDocument } from './order-document.ts'

export function toOrderResponse(order: OrderDocument, mediaUrl: string): OrderResponse {
  const id = order._id.toString()
  return {
    id,
    number: orderNumber(id),
    userId: order.userId,
    ...(order.claimedBy && { claimedBy: order.claimedBy }),
    status: order.status,
    items: order.items.map(({ picture, price, ...line }) => ({
      ...line,
      price: toDecimal(price),
      imageUrl: pictureUrl(mediaUrl, picture),
    })),
    shipping: toDecimal(order.shipping),
    total: toDecimal(order.total),
    ...optional(order),
    ...afterSaleOf(order),
    timeline: inOrder(order.timeline).map(({ at, what }) => ({ at: at.toISOString(), what })),
    version: order.version,
    createdAt: order.createdAt.toISOString(),
  }
}

/** An order as one of its sellers sees it: only their lines, and the address while they need it. */
export function toSoldOrderResponse(
  order: OrderDocument,
  sellerId: string,
  mediaUrl: string,
): SoldOrderResponse {
  const {
    userId: _,
    claimedBy: __,
    email: ___,
    payment: ____,
    address,
    parcels,
    returns,
    refunds,
    ...response
  } = toOrderResponse(order, mediaUrl)
  const own = order.items.filter((line) => line.sellerId === sellerId)
  const acts = (order.acts ?? []).filter((act) => act.sellerId === sellerId)
  const isOwn = (each: { sellerId: string }) => each.sellerId === sellerId
  const total = own.reduce((sum, { price, quantity }) => sum + price * quantity, 0)
  return {
    ...response,
    items: response.items.filter((line) => line.sellerId === sellerId),
    shipping: 0,
    total: toDecimal(total),
    ...(address && isAddressShown(order, sellerId, new Date()) && { address }),
    parcels: parcels.filter(isOwn),
    returns: returns.filter(isOwn),
    refunds: refundsOf({ ...order, refunds }, sellerId),
    ...(acts.length > 0 && { acts: acts.map(toActResponse) }),
  }
}

export function toActResponse({ act, sellerId, reason, at }: OrderAct) {
  return { act, sellerId, reason, at: at.toISOString() }
}

function optional({ email, address, reason, payment }: OrderDocument) {
  return {
    ...(email && { email }),
    ...(address && { address }),
    ...(reason && { reason }),
    ...(payment && { payment }),
  }
}

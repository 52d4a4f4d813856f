import type { EventItem, ParcelStatus } from '@shop/shared/contracts'
import type { Order } from '../../world/documents.ts'
import type { Steps } from '../../world/steps.ts'
import type { World } from '../../world/world.ts'
import { heldLines } from './amounts.ts'
import { changeOrder } from './change-order.ts'

/** The parcels of a complete order: one per seller. */
export function parcelsOf({ items }: Order): Order['parcels'] {
  const sellers = new Set(items.map(({ sellerId }) => sellerId))
  return [...sellers].map((sellerId) => ({ sellerId, status: 'ToSend' }))
}

export function statusOfParcel({ parcels }: Order, sellerId: string): ParcelStatus | undefined {
  return parcels.find((parcel) => parcel.sellerId === sellerId)?.status
}

export function setParcel({ parcels }: Order, sellerId: string, status: ParcelStatus): void {
  for (const parcel of parcels) if (parcel.sellerId === sellerId) parcel.status = status
}

/** The lines of a parcel that are in no refund. */
export function linesLeft(order: Order, sellerId: string): EventItem[] {
  const held = heldLines(order)
  const left = order.items.map((item) => {
    const same = held.filter(({ productId }) => productId === item.productId)
    return { ...item, quantity: item.quantity - same.reduce((sum, i) => sum + i.quantity, 0) }
  })
  return left.filter((line) => line.sellerId === sellerId && line.quantity > 0)
}

/** The seller marks the parcel as sent, unless everything in it was given back. */
export function* sendParcel(world: World, order: Order, sellerId: string): Steps {
  yield* changeOrder(world, order, (read) => {
    const isSendable = statusOfParcel(read, sellerId) === 'ToSend'
    if (!isSendable || linesLeft(read, sellerId).length === 0) return null
    return (o) => setParcel(o, sellerId, 'Sent')
  })
}

/** The buyer has the parcel. */
export function* receiveParcel(world: World, order: Order, sellerId: string): Steps {
  yield* changeOrder(world, order, (read) =>
    statusOfParcel(read, sellerId) === 'Sent' ? (o) => setParcel(o, sellerId, 'Delivered') : null,
  )
}

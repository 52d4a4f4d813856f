import type { EventItem, EventOf } from '@shop/shared/contracts'
import type { NewMessage } from './message.ts'

/** The address of a seller whose address is verified, otherwise null. */
export type AddressOf = (sellerId: string) => string | null

/** The sellers of items, each once. */
export function sellersOf(items: EventItem[]): string[] {
  return [...new Set(items.map(({ sellerId }) => sellerId))]
}

/** A receipt for the buyer, and for each seller what to send. */
export function ofCompleted(event: EventOf<'order:completed'>, addressOf: AddressOf): NewMessage[] {
  const { id, email, items, shipping, total, address, payment, completedAt } = event
  const data = { id, items, shipping, total, address, payment, completedAt }
  const happenedAt = completedAt
  const sold = sellersOf(items).map((sellerId): NewMessage => {
    const own = items.filter((item) => item.sellerId === sellerId)
    return {
      key: `sold:${id}:${sellerId}`,
      kind: 'sold',
      to: addressOf(sellerId),
      data: { orderId: id, items: own, completedAt, country: address?.country },
      happenedAt,
    }
  })
  if (email === undefined) return sold
  return [{ key: `receipt:${id}`, kind: 'receipt', to: email, data, happenedAt }, ...sold]
}

/** Tells the buyer where the money is, if it had been held. */
export function ofCancelled(event: EventOf<'order:cancelled'>): NewMessage[] {
  const { id, reason, email, wasHeld, happenedAt } = event
  if (email === undefined || happenedAt === undefined || wasHeld !== true) return []
  const data = { orderId: id, reason }
  return [{ key: `cancelled:${id}`, kind: 'order-cancelled', to: email, data, happenedAt }]
}

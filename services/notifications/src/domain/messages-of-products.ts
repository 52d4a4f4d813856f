import type { EventOf } from '@shop/shared/contracts'
import type { NewMessage } from './message.ts'
import type { AddressOf } from './messages-of-orders.ts'

const KINDS = { hide: 'product-hidden', unhide: 'product-shown' } as const

/** The message to the seller of a product that staff have hidden or show again. */
export function ofModeration(
  event: EventOf<'product:moderated'>,
  addressOf: AddressOf,
): NewMessage[] {
  const { id, productId, userId, title, act, reason, happenedAt } = event
  const data = { productId, title, reason }
  const to = addressOf(userId)
  return [{ key: `moderated:${id}`, kind: KINDS[act], to, data, happenedAt }]
}

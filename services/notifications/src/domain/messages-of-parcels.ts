import type { EventOf } from '@shop/shared/contracts'
import type { NewMessage } from './message.ts'
import type { AddressOf } from './messages-of-orders.ts'

/** Tells the buyer that a parcel is on its way; a correction is a message of its own. */
export function ofSent(event: EventOf<'parcel:sent'>): NewMessage[] {
  const { meta: _, email, ...data } = event
  const { orderId, sellerId, n, happenedAt } = data
  if (email === undefined) return []
  const key = `sent:${orderId}:${sellerId}:${n}`
  return [{ key, kind: 'parcel-sent', to: email, data, happenedAt }]
}

/** Tells the buyer what cannot be sent, or the seller that the buyer gave everything back. */
export function ofParcelCancelled(
  event: EventOf<'parcel:cancelled'>,
  addressOf: AddressOf,
): NewMessage[] {
  const { orderId, sellerId, items, by, email, happenedAt } = event
  const key = `parcel-cancelled:${orderId}:${sellerId}`
  const data = { orderId, sellerId, items }
  if (by === 'buyer')
    return [{ key, kind: 'parcel-cancelled', to: addressOf(sellerId), data, happenedAt }]
  return email === undefined ? [] : [{ key, kind: 'cannot-send', to: email, data, happenedAt }]
}

const TO_BUYER = {
  Asked: 'return-received',
  Accepted: 'return-accepted',
  Refused: 'return-refused',
} as const

/** Tells the buyer each answer to a return, and the seller that one was requested. */
export function ofReturn(event: EventOf<'return:changed'>, addressOf: AddressOf): NewMessage[] {
  const { meta: _, returnId, status, email, ...data } = event
  const { sellerId, happenedAt } = data
  // The refund of a return has a message of its own.
  if (status === 'Refunding' || status === 'Refunded') return []
  const key = `return:${returnId}:${status}`
  const messages: NewMessage[] = []
  if (email !== undefined)
    messages.push({ key, kind: TO_BUYER[status], to: email, data, happenedAt })
  if (status === 'Asked')
    messages.push({
      key: `${key}:seller`,
      kind: 'return-asked',
      to: addressOf(sellerId),
      data,
      happenedAt,
    })
  return messages
}

/** Tells the buyer how a refund ended, and the seller that one failed or came back. */
export function ofRefund(event: EventOf<'refund:told'>, addressOf: AddressOf): NewMessage[] {
  const { orderId, refundId, sellerId, amount, status, email, happenedAt } = event
  const key = `refund:${refundId}:${status}`
  const data = { orderId, amount, sellerId }
  const kind = status === 'done' ? 'refund-made' : 'refund-failed'
  const messages: NewMessage[] =
    email === undefined ? [] : [{ key, kind, to: email, data, happenedAt }]
  if (status !== 'done' && sellerId !== undefined)
    messages.push({
      key: `${key}:seller`,
      kind: 'refund-failed-seller',
      to: addressOf(sellerId),
      data,
      happenedAt,
    })
  return messages
}

import type { EventOf } from '@shop/shared/contracts'
import type { NewMessage } from './message.ts'

const HOUR = 'yyyy-mm-ddThh'.length

/** The message that another service asked for; throws if the request lacks what the message needs. */
export function ofMailAsked(
  event: EventOf<'mail:asked'>,
  digest: (text: string) => string,
): NewMessage[] {
  const { kind, to, tokenId, exp, orderIds = [], userId, version, reason, happenedAt } = event
  switch (kind) {
    case 'reset':
    case 'verify':
      if (tokenId === undefined || exp === undefined) throw new Error(`${kind} without a token`)
      return [{ key: `${kind}:${tokenId}`, kind, to, data: { tokenId, exp }, happenedAt, exp }]
    case 'find': {
      if (orderIds.length === 0) throw new Error('find without orders')
      const key = `find:${digest(to)}:${happenedAt.slice(0, HOUR)}`
      return [{ key, kind, to, data: { orderIds }, happenedAt }]
    }
    case 'password-changed':
      if (userId === undefined || version === undefined) throw new Error(`${kind} without a user`)
      return [{ key: `password:${userId}:${version}`, kind, to, data: { happenedAt }, happenedAt }]
    case 'blocked': {
      if (userId === undefined || reason === undefined) throw new Error(`${kind} without a reason`)
      return [{ key: `blocked:${userId}:${happenedAt}`, kind, to, data: { reason }, happenedAt }]
    }
    default:
      return kind satisfies never
  }
}

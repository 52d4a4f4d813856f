import type { PayloadOf } from '@shop/shared/contracts'
import { snapshotEvent, type PastEvent } from '@shop/shared/outbox'
import { mailsOf } from './mail-events.ts'
import { sessionRevoked } from './session-events.ts'
import type { UserDocument } from './user-document.ts'

export const userUpdated = () => snapshotEvent('user:updated')

/** The payload of `user:updated`: the user as they are when it is published. */
export function toUserPayload(user: UserDocument): PayloadOf<'user:updated'> {
  const { _id, email, verified = false, isBlocked = false, name, about, version } = user
  return {
    id: _id.toString(),
    email,
    verified,
    blocked: isBlocked,
    version,
    ...(name !== undefined && { name }),
    ...(about !== undefined && { about }),
  }
}

/** Every event that a user's document still implies. */
export function* eventsOf(user: UserDocument, changedAt: Date): Generator<PastEvent, void> {
  const { _id, endedBefore } = user
  yield { subject: 'user:updated', data: toUserPayload(user), at: changedAt }
  if (endedBefore !== undefined)
    yield { ...sessionRevoked(_id.toString(), endedBefore), at: new Date(endedBefore * 1000) }
  for (const mail of mailsOf(user))
    yield { subject: 'mail:asked', data: mail, at: new Date(mail.happenedAt) }
}

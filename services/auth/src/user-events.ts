import type { PayloadOf } from '@shop/shared/contracts'
import { snapshotEvent } from '@shop/shared/outbox'
import type { UserDocument } from './user-document.ts'

export const userUpdated = () => snapshotEvent('user:updated')

/** The payload of `user:updated`: the user as they are when it is published. */
export function toUserPayload({
  _id,
  name = '',
  version,
}: UserDocument): PayloadOf<'user:updated'> {
  return { id: _id.toString(), name, version }
}

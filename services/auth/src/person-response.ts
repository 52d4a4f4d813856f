import type { PersonResponse } from '@shop/shared/contracts'
import type { UserDocument } from './user-document.ts'

/** An account as staff see it. */
export function personResponse(user: UserDocument): PersonResponse {
  const { _id, email, verified = false, role, name, isBlocked = false, acts = [] } = user
  return {
    id: _id.toString(),
    email,
    verified,
    role: role === 'admin' ? 'admin' : 'user',
    ...(name !== undefined && { name }),
    since: _id.getTimestamp().toISOString(),
    isBlocked,
    acts: acts
      .toReversed()
      .map(({ act, reason, by, at }) => ({ act, reason, by, at: at.toISOString() })),
  }
}

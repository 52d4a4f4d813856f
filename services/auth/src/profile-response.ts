import type { ProfileResponse } from '@shop/shared/contracts'
import type { UserDocument } from './user-document.ts'

/** A user's own profile. */
export function profileResponse(user: UserDocument): ProfileResponse {
  const { _id, email, name, about, returnAddress, lowStock } = user
  return {
    id: _id.toString(),
    email,
    ...(name !== undefined && { name }),
    ...(about !== undefined && { about }),
    ...(returnAddress !== undefined && { returnAddress }),
    ...(lowStock !== undefined && { lowStock }),
  }
}

import type { PayloadOf } from '@shop/shared/contracts'
import type { UserDocument } from './user-repository.ts'

/** The payload of `user:updated`: the user as they are when it is told. */
export function userUpdated({ _id, name = '', version }: UserDocument): PayloadOf<'user:updated'> {
  return { id: _id.toString(), name, version }
}

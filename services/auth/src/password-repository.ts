import type { OutboxEntry } from '@shop/shared/outbox'
import type { ChangeUser, UserChange } from './change-user.ts'
import { passwordMail } from './mail-events.ts'
import { sessionRevoked, toOutbox } from './session-events.ts'
import type { UserDocument } from './user-document.ts'
import { userUpdated } from './user-events.ts'

/** A new password's hash, and the moment in seconds before which all sessions began that it revokes. */
interface NewPassword {
  hash: string
  before: number
}

/** Changes passwords; every change ends the reset link, if any, and is reported by mail. */
export class PasswordRepository {
  readonly #change: ChangeUser

  constructor(change: ChangeUser) {
    this.#change = change
  }

  /** Null when the password was changed since the user was read. */
  change(user: UserDocument, next: NewPassword): Promise<UserDocument | null> {
    return this.#set(user, next, {})
  }

  /** Also verifies the address; null when the password or the reset link was changed since the user was read. */
  reset(user: UserDocument, next: NewPassword): Promise<UserDocument | null> {
    const guard = { 'links.reset.id': user.links?.reset?.id }
    return this.#set(user, next, guard, { verified: true }, userUpdated())
  }

  #set(
    user: UserDocument,
    { hash, before }: NewPassword,
    guard: object,
    also: UserChange = {},
    ...entries: OutboxEntry[]
  ): Promise<UserDocument | null> {
    const { _id, password, version } = user
    const passwordChange = { version: version + 1, at: new Date() }
    const change = { password: hash, endedBefore: before, passwordChange, 'links.reset': undefined }
    return this.#change(
      { _id, password, ...guard },
      { ...change, ...also },
      toOutbox(sessionRevoked(_id.toString(), before)),
      passwordMail(user, passwordChange),
      ...entries,
    )
  }
}

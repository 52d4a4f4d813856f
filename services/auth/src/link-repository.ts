import { isLinkSecret } from '@shop/shared/auth'
import { Types } from 'mongoose'
import type { ChangeUser, UserModel } from './change-user.ts'
import { LINK_LIFE_MS, parseCode, type LinkKind, type MailedLink } from './domain/mailed-link.ts'
import { linkMail } from './mail-events.ts'
import type { UserDocument } from './user-document.ts'
import { userUpdated } from './user-events.ts'

/** A new link, valid from now on. */
export function newLink(kind: LinkKind): MailedLink {
  const exp = new Date(Date.now() + LINK_LIFE_MS[kind])
  return { id: new Types.ObjectId().toString(), exp }
}

/** The links that users have got by mail. */
export class LinkRepository {
  readonly #model: UserModel
  readonly #change: ChangeUser
  readonly #keys: readonly (string | undefined)[]

  /** Codes made with any of the keys are accepted. */
  constructor(model: UserModel, change: ChangeUser, keys: readonly (string | undefined)[]) {
    this.#model = model
    this.#change = change
    this.#keys = keys
  }

  /** The user whose newest link of a kind has this code; null when it is expired or none's. */
  async ownerOf(kind: LinkKind, code: string): Promise<UserDocument | null> {
    const { id, secret } = parseCode(code)
    const isInTime = { [`links.${kind}.id`]: id, [`links.${kind}.exp`]: { $gt: new Date() } }
    const user = await this.#model.findOne(isInTime).lean()
    if (user === null) return null
    return isLinkSecret(secret, this.#keys, kind, { id, address: user.email }) ? user : null
  }

  /** Replaces the link of a kind and asks for the mail. */
  async send(kind: LinkKind, user: UserDocument): Promise<void> {
    const link = newLink(kind)
    const { _id, email } = user
    await this.#change({ _id, email }, { [`links.${kind}`]: link }, linkMail(user, kind, link))
  }

  /** Marks the user's address as verified; null when it was changed since the user was read. */
  async verify(user: UserDocument): Promise<UserDocument | null> {
    if (user.verified === true) return user
    const { _id, email } = user
    return this.#change({ _id, email }, { verified: true }, userUpdated())
  }
}

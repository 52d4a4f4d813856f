import type { ProfileBody } from '@shop/shared/contracts'
import { isDuplicateKey } from '@shop/shared/db'
import { outboxOf, type OutboxFields, type PastEvent, type Publish } from '@shop/shared/outbox'
import { Types, type Connection } from 'mongoose'
import { createChangeUser, type ChangeUser, type UserModel } from './change-user.ts'
import { MAX_GUEST_IDS } from './domain/user.ts'
import { newLink } from './link-repository.ts'
import { linkMail } from './mail-events.ts'
import { sessionRevoked, toOutbox } from './session-events.ts'
import { userSchema, type UserDocument } from './user-document.ts'
import { eventsOf, userUpdated } from './user-events.ts'

export class UserRepository {
  readonly model: UserModel
  readonly change: ChangeUser
  readonly #publish: Publish

  constructor(db: Connection, publish: Publish) {
    this.model = db.model<UserDocument & OutboxFields>('User', userSchema, 'users')
    this.change = createChangeUser(this.model, publish)
    this.#publish = publish
  }

  find(id: string): Promise<UserDocument | null> {
    return this.model.findById(id).lean()
  }

  findByEmail(email: string): Promise<UserDocument | null> {
    return this.model.findOne({ email }).lean()
  }

  /** Stores a new user, under the guest's id unless that is taken, and asks for the verification mail; null when the email address is taken. */
  async insert(email: string, password: string, guestId?: string): Promise<UserDocument | null> {
    const isJoined =
      guestId !== undefined && (await this.model.exists({ guestIds: guestId })) !== null
    const verify = newLink('verify')
    const user: UserDocument = {
      _id: new Types.ObjectId(isJoined ? undefined : guestId),
      email,
      password,
      role: 'user',
      guestIds: [],
      links: { verify },
      version: 0,
    }
    const entries = [userUpdated(), linkMail(user, 'verify', verify)]
    try {
      await this.model.create({ ...user, ...outboxOf(...entries) })
      this.#publish(this.model, user, ...entries)
      return user
    } catch (error) {
      if (!isDuplicateKey(error)) throw error
      const isTaken = (await this.findByEmail(email)) !== null
      // Else the guest's id is a user's already: an old guest cookie was sent again.
      return isTaken ? null : this.insert(email, password)
    }
  }

  /** Adds a guest's id, once; the newest are kept. The id of a guest who became a user stays theirs. */
  async addGuestId(_id: Types.ObjectId, guestId: string): Promise<UserDocument | null> {
    const isUser = (await this.model.exists({ _id: guestId })) !== null
    const push = { guestIds: { $each: [guestId], $slice: -MAX_GUEST_IDS } }
    if (!isUser) await this.model.updateOne({ _id, guestIds: { $ne: guestId } }, { $push: push })
    return this.model.findById(_id).lean()
  }

  /** Changes what is given; empty texts are removed. Null when there is no such user. */
  changeProfile(id: string, { name, about, returnAddress, lowStock }: ProfileBody) {
    const change = {
      ...(name !== undefined && { name }),
      ...(lowStock !== undefined && { lowStock }),
      ...(about !== undefined && { about: about || undefined }),
      ...(returnAddress !== undefined && { returnAddress: returnAddress || undefined }),
    }
    return this.change({ _id: id }, change, userUpdated())
  }

  /** Revokes the user's sessions that began before a moment, in seconds; null when there is no such user. */
  endSessions(id: string, before: number): Promise<UserDocument | null> {
    const revoked = toOutbox(sessionRevoked(id, before))
    return this.change({ _id: id }, { endedBefore: before }, revoked)
  }

  /** Makes the user an administrator and revokes all their sessions; null when nobody has the address. */
  async grantAdmin(email: string): Promise<UserDocument | null> {
    const user = await this.findByEmail(email)
    if (user === null) return null
    const endedBefore = Date.now() / 1000
    const revoked = toOutbox(sessionRevoked(user._id.toString(), endedBefore))
    return this.change({ _id: user._id }, { role: 'admin', endedBefore }, revoked)
  }

  /** The events of users that published since a time; of all users since the epoch. */
  async *eventsSince(since: Date): AsyncGenerator<PastEvent, void> {
    // Accounts of earlier versions have published nothing yet.
    const filter = since.getTime() === 0 ? {} : { lastEventAt: { $gte: since } }
    const found = this.model.find(filter).select('+lastEventAt').lean().cursor()
    for await (const user of found) yield* eventsOf(user, user.lastEventAt ?? new Date())
  }
}

import { isDuplicateKey } from '@shop/shared/db'
import {
  outboxTimes,
  type OutboxEntry,
  type OutboxFields,
  type PastEvent,
  type Publish,
} from '@shop/shared/outbox'
import { Types, type Connection, type Model } from 'mongoose'
import { MAX_GUEST_IDS } from './domain/user.ts'
import { sessionRevoked, toOutbox } from './session-events.ts'
import { userSchema, type UserDocument } from './user-document.ts'
import { toUserPayload, userUpdated } from './user-events.ts'

export class UserRepository {
  readonly model: Model<UserDocument & OutboxFields>
  readonly #publish: Publish

  constructor(db: Connection, publish: Publish) {
    this.model = db.model<UserDocument & OutboxFields>('User', userSchema, 'users')
    this.#publish = publish
  }

  find(id: string): Promise<UserDocument | null> {
    return this.model.findById(id).lean()
  }

  findByEmail(email: string): Promise<UserDocument | null> {
    return this.model.findOne({ email }).lean()
  }

  /** Stores a new user, under the guest's id unless that is taken; null when the email address is taken. */
  async insert(email: string, password: string, guestId?: string): Promise<UserDocument | null> {
    const isJoined =
      guestId !== undefined && (await this.model.exists({ guestIds: guestId })) !== null
    const user: UserDocument = {
      _id: new Types.ObjectId(isJoined ? undefined : guestId),
      email,
      password,
      role: 'user',
      guestIds: [],
      version: 0,
    }
    try {
      await this.model.create(user)
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

  /** Null when there is no such user. */
  rename(id: string, name: string): Promise<UserDocument | null> {
    return this.#change({ _id: id }, { name }, userUpdated())
  }

  /** Sets a new password unless it was changed since it was read; revokes the sessions that began before a moment. */
  changePassword(
    { _id, password }: UserDocument,
    next: string,
    before: number,
  ): Promise<UserDocument | null> {
    const revoked = toOutbox(sessionRevoked(_id.toString(), before))
    return this.#change({ _id, password }, { password: next, endedBefore: before }, revoked)
  }

  /** Revokes the user's sessions that began before a moment, in seconds; null when there is no such user. */
  endSessions(id: string, before: number): Promise<UserDocument | null> {
    const revoked = toOutbox(sessionRevoked(id, before))
    return this.#change({ _id: id }, { endedBefore: before }, revoked)
  }

  /** Makes the user an administrator and revokes all their sessions; null when nobody has the address. */
  async grantAdmin(email: string): Promise<UserDocument | null> {
    const user = await this.findByEmail(email)
    if (user === null) return null
    const endedBefore = Date.now() / 1000
    const revoked = toOutbox(sessionRevoked(user._id.toString(), endedBefore))
    return this.#change({ _id: user._id }, { role: 'admin', endedBefore }, revoked)
  }

  /** Names and revocations of users that published since a time. */
  async *eventsSince(since: Date): AsyncGenerator<PastEvent, void> {
    const found = this.model
      .find({ lastEventAt: { $gte: since } })
      .select('+lastEventAt')
      .lean()
      .cursor()
    for await (const user of found) {
      const { _id, name, endedBefore, lastEventAt = new Date() } = user
      if (name !== undefined)
        yield { subject: 'user:updated', data: toUserPayload(user), at: lastEventAt }
      if (endedBefore !== undefined)
        yield {
          ...sessionRevoked(_id.toString(), endedBefore),
          at: new Date(endedBefore * 1000),
        }
    }
  }

  /** Changes fields and appends the event in one write; it replaces a pending event of the same subject. */
  async #change(
    filter: Record<string, unknown>,
    fields: Partial<UserDocument>,
    entry: OutboxEntry,
  ): Promise<UserDocument | null> {
    const isOther = { $ne: ['$$this.subject', entry.subject] }
    const others = { $filter: { input: '$outbox', cond: isOther } }
    // Literals, because a name may begin with a $.
    const values = Object.entries(fields).map(([key, value]) => [key, { $literal: value }])
    const $set = {
      ...Object.fromEntries(values),
      version: { $add: ['$version', 1] },
      outbox: { $concatArrays: [others, [{ $literal: entry }]] },
      ...outboxTimes(),
    }
    const options = { returnDocument: 'after', updatePipeline: true } as const
    const user = await this.model.findOneAndUpdate(filter, [{ $set }], options).lean()
    if (user !== null) this.#publish(this.model, user, entry)
    return user
  }
}

import { outboxTimes, type OutboxEntry, type OutboxFields, type Publish } from '@shop/shared/outbox'
import type { Model } from 'mongoose'
import type { MailedLink } from './domain/mailed-link.ts'
import type { UserDocument } from './user-document.ts'

export type UserModel = Model<UserDocument & OutboxFields>

/** Fields to set; undefined removes a field. */
export type UserChange = Partial<Omit<UserDocument, 'links' | 'about' | 'returnAddress'>> & {
  about?: string | undefined
  returnAddress?: string | undefined
  'links.reset'?: MailedLink | undefined
  'links.verify'?: MailedLink | undefined
}

/** Changes the user that matches a guard and appends events in one write; null when none does. */
export type ChangeUser = (
  guard: Record<string, unknown>,
  change: UserChange,
  ...entries: OutboxEntry[]
) => Promise<UserDocument | null>

export function createChangeUser(model: UserModel, publish: Publish): ChangeUser {
  return async (guard, change, ...entries) => {
    // Literals, because a name may begin with a $.
    const values = Object.entries(change).map(([field, value]) => [
      field,
      value === undefined ? '$$REMOVE' : { $literal: value },
    ])
    const $set = {
      ...Object.fromEntries(values),
      version: { $add: ['$version', 1] },
      outbox: { $concatArrays: [otherThan(entries), { $literal: entries }] },
      ...outboxTimes(),
    }
    const options = { returnDocument: 'after', updatePipeline: true } as const
    const user = await model.findOneAndUpdate(guard, [{ $set }], options).lean()
    if (user !== null) publish(model, user, ...entries)
    return user
  }
}

/** The pending events that the new ones do not replace: of one subject, and of one kind of mail, only the newest is published. */
function otherThan(entries: OutboxEntry[]) {
  const isOther = entries.map(({ subject, data = {} }) => ({
    $or: [
      { $ne: ['$$this.subject', subject] },
      { $ne: [{ $ifNull: ['$$this.data.kind', ''] }, 'kind' in data ? data.kind : ''] },
    ],
  }))
  return { $filter: { input: '$outbox', cond: { $and: isOther } } }
}

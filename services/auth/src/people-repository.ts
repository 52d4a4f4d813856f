import { CONFLICT, retryOnConflict } from '@shop/shared/async'
import { isId } from '@shop/shared/contracts'
import type { Position } from '@shop/shared/http'
import type { OutboxEntry } from '@shop/shared/outbox'
import type { ChangeUser, UserModel } from './change-user.ts'
import { actOn, type StaffAct } from './domain/blocking.ts'
import { blockedMail } from './mail-events.ts'
import { sessionRevoked, toOutbox } from './session-events.ts'
import type { UserDocument } from './user-document.ts'
import { userUpdated } from './user-events.ts'

/** A sign-in that has read the user just before the write begins its session a little later. */
const MARGIN_S = 2

/** Which accounts are searched; a text is an id or the beginning of an email address. */
export interface PeopleFilter {
  q?: string | undefined
  isBlocked: boolean
}

/** Accounts as staff see and change them. */
export class PeopleRepository {
  readonly #model: UserModel
  readonly #change: ChangeUser

  constructor(model: UserModel, change: ChangeUser) {
    this.#model = model
    this.#change = change
  }

  /** By email address for the beginning of one, otherwise the newest first; from a position on. */
  search(filter: PeopleFilter, limit: number, after: Position | null): Promise<UserDocument[]> {
    const isByAddress = filter.q !== undefined && !isId(filter.q)
    const found = isByAddress
      ? this.#model.find(byAddress(filter, after)).sort({ email: 1 })
      : this.#model.find(newest(filter, after)).sort({ _id: -1 })
    return found.limit(limit).lean()
  }

  /** Records an act of staff; null when there is no such user. Blocking also ends the user's sessions. */
  act(id: string, act: StaffAct): Promise<UserDocument | null> {
    return retryOnConflict(async () => {
      const user: UserDocument | null = await this.#model.findById(id).lean()
      if (user === null) return null
      const change = actOn(user, act)
      if (change === null) return user
      const endedBefore = Date.now() / 1000 + MARGIN_S
      const isEnded = act.act === 'block' ? { endedBefore } : {}
      const guard = { _id: user._id, version: user.version }
      const entries = [userUpdated(), ...entriesOf(user, act, endedBefore)]
      return (await this.#change(guard, { ...change, ...isEnded }, ...entries)) ?? CONFLICT
    })
  }
}

type Filter = Record<string, unknown>

const ofState = ({ isBlocked }: PeopleFilter): Filter => (isBlocked ? { isBlocked: true } : {})

function byAddress(filter: PeopleFilter, after: Position | null): Filter {
  const start = filter.q?.toLowerCase() ?? ''
  const from = after === null ? { $gte: start } : { $gt: after[0] }
  return { ...ofState(filter), email: { ...from, $lt: `${start}\uffff` } }
}

function newest(filter: PeopleFilter, after: Position | null): Filter {
  const ids = [
    ...(filter.q === undefined ? [] : [{ _id: filter.q }]),
    ...(after === null ? [] : [{ _id: { $lt: after[1] } }]),
  ]
  return { ...ofState(filter), ...(ids.length > 0 && { $and: ids }) }
}

function entriesOf(user: UserDocument, act: StaffAct, before: number): OutboxEntry[] {
  if (act.act === 'unblock') return []
  return [toOutbox(sessionRevoked(user._id.toString(), before)), blockedMail(user, act)]
}

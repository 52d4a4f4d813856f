import type { Connection } from 'mongoose'
import type { Mark } from './mark.ts'

const LEASE_MS = 60_000

/** The one document of the collection; without `epoch` no mark was published yet. */
export interface StoredMark extends Partial<Mark> {
  shop: string
  /** Somebody has asked to republish everything since then. */
  republishSince?: Date
}

interface MarkDocument extends StoredMark {
  _id: string
  leasedBy?: string
  leasedUntil?: Date
}

/** The last mark that a service published, and the lease of the replica that republishes. */
export class Marks {
  readonly #db: Connection
  readonly #replica: string

  constructor(db: Connection, replica: string) {
    this.#db = db
    this.#replica = replica
  }

  async read(): Promise<StoredMark> {
    const $setOnInsert = { shop: crypto.randomUUID() }
    const options = { upsert: true, returnDocument: 'after' } as const
    const found = await this.#collection().findOneAndUpdate(
      { _id: 'broker' },
      { $setOnInsert },
      options,
    )
    return found ?? $setOnInsert
  }

  /** Takes or prolongs the lease for a minute; false while another replica has it. */
  async lease(): Promise<boolean> {
    const now = Date.now()
    const isFree = [{ leasedUntil: { $not: { $gt: new Date(now) } } }, { leasedBy: this.#replica }]
    const $set = { leasedBy: this.#replica, leasedUntil: new Date(now + LEASE_MS) }
    const { matchedCount } = await this.#collection().updateOne(
      { _id: 'broker', $or: isFree },
      { $set },
    )
    return matchedCount === 1
  }

  /** Stores a published mark, unless a newer one is stored, and ends the lease and the request that was read. */
  async store(mark: Mark, { republishSince }: StoredMark): Promise<void> {
    const marks = this.#collection()
    const isOlder = { _id: 'broker', epoch: { $not: { $gt: mark.epoch } } }
    await marks.updateOne(isOlder, { $set: { ...mark } })
    const isMine = { _id: 'broker', leasedBy: this.#replica }
    await marks.updateOne(isMine, { $unset: { leasedBy: 1, leasedUntil: 1 } })
    if (republishSince === undefined) return
    await marks.updateOne({ _id: 'broker', republishSince }, { $unset: { republishSince: 1 } })
  }

  /** Asks the running service to republish everything since a time. */
  async request(republishSince: Date): Promise<void> {
    await this.read()
    await this.#collection().updateOne({ _id: 'broker' }, { $set: { republishSince } })
  }

  #collection() {
    return this.#db.collection<MarkDocument>('marks')
  }
}

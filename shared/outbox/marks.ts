import type { Connection } from 'mongoose'
import type { BrokerName } from '../events/index.ts'
import type { Known, Mark } from './mark.ts'

const LEASE_MS = 60_000

/** Databases of shops that had one broker only call its mark so. */
const ID_OF: Record<BrokerName, string> = { stan: 'broker', jetstream: 'jetstream' }

/** One document for each broker. */
export type StoredMark = Known & {
  /** Somebody has asked to republish everything since then. */
  republishSince?: Date
}

type MarkDocument = StoredMark & {
  _id: string
  leasedBy?: string
  leasedUntil?: Date
}

/** The last mark that a service published on a broker, and the lease of the replica that republishes. */
export class Marks {
  readonly #db: Connection
  readonly #replica: string
  readonly #id: string

  constructor(db: Connection, replica: string, broker: BrokerName) {
    this.#db = db
    this.#replica = replica
    this.#id = ID_OF[broker]
  }

  async read(): Promise<StoredMark> {
    const $setOnInsert = { shop: crypto.randomUUID() }
    const options = { upsert: true, returnDocument: 'after' } as const
    const found = await this.#collection().findOneAndUpdate(
      { _id: this.#id },
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
      { _id: this.#id, $or: isFree },
      { $set },
    )
    return matchedCount === 1
  }

  /** Stores a published mark, unless a newer one is stored, and ends the lease and the request that was read. */
  async store(mark: Mark, { republishSince }: StoredMark): Promise<void> {
    const marks = this.#collection()
    const isOlder = { _id: this.#id, epoch: { $not: { $gt: mark.epoch } } }
    await marks.updateOne(isOlder, { $set: { ...mark } })
    const isMine = { _id: this.#id, leasedBy: this.#replica }
    await marks.updateOne(isMine, { $unset: { leasedBy: 1, leasedUntil: 1 } })
    if (republishSince === undefined) return
    await marks.updateOne({ _id: this.#id, republishSince }, { $unset: { republishSince: 1 } })
  }

  #collection() {
    return this.#db.collection<MarkDocument>('marks')
  }
}

/** Asks the running service to republish everything since a time, on every broker that it uses; throws before its first start. */
export async function requestRepublish(db: Connection, republishSince: Date): Promise<void> {
  const { matchedCount } = await marksOf(db).updateMany(ofAnyBroker, { $set: { republishSince } })
  if (matchedCount === 0) throw new Error('the service has not been connected to a broker yet')
}

/** Whether a request to republish waits. */
export async function isRepublishing(db: Connection): Promise<boolean> {
  return (await marksOf(db).findOne({ ...ofAnyBroker, republishSince: { $exists: true } })) !== null
}

/** By the index, as every query is. */
const ofAnyBroker = { _id: { $in: Object.values(ID_OF) } }

const marksOf = (db: Connection) => db.collection<MarkDocument>('marks')

import type { Connection } from 'mongoose'

interface LeaseDocument {
  _id: string
  by: string
  until: Date
}

/** Lets one replica of a service sweep; the others take over when it has not swept for two intervals. */
export class SweepLease {
  readonly #db: Connection
  readonly #replica: string
  readonly #lengthMs: number

  constructor(db: Connection, replica: string, everyMs: number) {
    this.#db = db
    this.#replica = replica
    this.#lengthMs = 2 * everyMs
  }

  /** Takes or prolongs the lease; false while another replica has it. */
  async take(): Promise<boolean> {
    const now = Date.now()
    const isFree = [{ until: { $lte: new Date(now) } }, { by: this.#replica }]
    const $set = { by: this.#replica, until: new Date(now + this.#lengthMs) }
    const leases = this.#collection()
    const { matchedCount } = await leases.updateOne({ _id: 'sweeps', $or: isFree }, { $set })
    if (matchedCount === 1) return true
    const { upsertedCount } = await leases.updateOne(
      { _id: 'sweeps' },
      { $setOnInsert: $set },
      { upsert: true },
    )
    return upsertedCount === 1
  }

  /** Lets another replica sweep at once. */
  async end(): Promise<void> {
    await this.#collection().deleteOne({ _id: 'sweeps', by: this.#replica })
  }

  #collection() {
    return this.#db.collection<LeaseDocument>('leases')
  }
}

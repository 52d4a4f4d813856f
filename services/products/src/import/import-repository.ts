import { ShopError, type ImportProblem } from '@shop/shared/contracts'
import { isDuplicateKey } from '@shop/shared/db'
import { Types } from 'mongoose'
import type { Seller } from '../domain/product.ts'
import type { ImportModel, ImportRecord } from './import-model.ts'
import type { ImportRow } from './rows.ts'

/** Longer than a batch takes; an import whose process died is continued after it. */
const LEASE_MS = 10_000

const leaseUntil = () => new Date(Date.now() + LEASE_MS)

/** Imports in their collection. */
export class ImportRepository {
  readonly #model: ImportModel

  constructor(model: ImportModel) {
    this.#model = model
  }

  find(id: string, userId: string): Promise<ImportRecord | null> {
    return this.#model.findOne({ _id: id, userId }).lean()
  }

  /** The import of a request that was sent before; throws `idempotency-mismatch` for another file. */
  async repeated(userId: string, key: string, digest: string): Promise<ImportRecord | null> {
    const found = await this.#model.findOne({ userId, key }).lean()
    if (found !== null && found.digest !== digest)
      throw new ShopError('idempotency-mismatch', 'The Idempotency-Key belongs to another file')
    return found
  }

  /** Stores an import; throws `import-running` while another one of the seller is running. */
  async insert(
    seller: Seller,
    key: string,
    digest: string,
    rows: ImportRow[],
  ): Promise<{ stored: ImportRecord; isNew: boolean }> {
    const record: ImportRecord = {
      _id: new Types.ObjectId(),
      userId: seller.sub,
      sellerName: seller.name,
      key,
      digest,
      state: 'Running',
      total: rows.length,
      created: rows.filter(({ isNew }) => isNew).length,
      done: 0,
      failed: [],
      leaseUntil: leaseUntil(),
      createdAt: new Date(),
      rows,
    }
    try {
      await this.#model.create(record)
      return { stored: record, isNew: true }
    } catch (error) {
      if (!isDuplicateKey(error)) throw error
    }
    const stored = await this.repeated(seller.sub, key, digest)
    if (stored === null) throw new ShopError('import-running', 'One import is still running')
    return { stored, isNew: false }
  }

  /** Takes over an import that nobody continues; null when there is none. */
  claim(): Promise<ImportRecord | null> {
    const isLeft = { state: 'Running', leaseUntil: { $lt: new Date() } } as const
    const change = { $set: { leaseUntil: leaseUntil() } }
    const options = { returnDocument: 'after' } as const
    return this.#model.findOneAndUpdate(isLeft, change, options).select('+rows').lean()
  }

  /** Lets somebody else continue an import. */
  async release({ _id }: ImportRecord): Promise<void> {
    await this.#model.updateOne({ _id, state: 'Running' }, { $set: { leaseUntil: new Date() } })
  }

  /** Records that the rows after `done` were handled, and the end when these were the last; false when another process has. */
  async advance(
    { _id, total }: ImportRecord,
    done: number,
    count: number,
    failed: ImportProblem[],
  ): Promise<boolean> {
    const isLast = done + count >= total
    const change = {
      $set: {
        done: done + count,
        leaseUntil: leaseUntil(),
        ...(isLast && { state: 'Done' as const, endedAt: new Date() }),
      },
      ...(isLast && { $unset: { rows: 1 } }),
      $push: { failed: { $each: failed } },
    }
    const { matchedCount } = await this.#model.updateOne({ _id, done }, change)
    return matchedCount === 1
  }
}

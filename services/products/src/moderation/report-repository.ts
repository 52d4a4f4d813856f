import type { CaseStatus, ReportBody } from '@shop/shared/contracts'
import { isDuplicateKey } from '@shop/shared/db'
import { Types } from 'mongoose'
import type { After } from './hidden-products.ts'
import type { ReportModel, ReportRecord } from './moderation-model.ts'

const MAX_SHOWN = 20

type State = ReportRecord['state']

/** Reports of products, one for each person and product. */
export class ReportRepository {
  readonly #model: ReportModel

  constructor(model: ReportModel) {
    this.#model = model
  }

  find(productId: string, userId: string): Promise<ReportRecord | null> {
    return this.#model.findOne({ productId, userId }).lean()
  }

  /** How many reports a person has made since a time, up to a limit. */
  countSince(userId: string, since: Date, upTo: number): Promise<number> {
    return this.#model.countDocuments({ userId, at: { $gte: since } }, { limit: upTo })
  }

  /** Stores a report; of two at once, one. */
  async insert(productId: string, userId: string, body: ReportBody): Promise<ReportRecord> {
    const { reason, note = '' } = body
    const record: ReportRecord = {
      _id: new Types.ObjectId(),
      productId,
      userId,
      reason,
      ...(note !== '' && { note }),
      at: new Date(),
      state: 'Open',
    }
    try {
      await this.#model.create(record)
      return record
    } catch (error) {
      if (!isDuplicateKey(error)) throw error
      return (await this.find(productId, userId)) ?? record
    }
  }

  async settle(productId: string, state: Exclude<State, 'Open'>): Promise<void> {
    await this.#model.updateMany({ productId, state: 'Open' }, { $set: { state } })
  }

  /** The products with reports in a state, those reported last first. */
  async products(state: State, limit: number, after: After): Promise<{ id: string; at: Date }[]> {
    const before = after && { at: new Date(after[0]), _id: after[1] }
    const isBefore = before && [
      { at: { $lt: before.at } },
      { at: before.at, _id: { $lt: before._id } },
    ]
    const found = await this.#model.aggregate<{ _id: string; at: Date }>([
      { $match: { state } },
      { $group: { _id: '$productId', at: { $max: '$at' } } },
      ...(isBefore ? [{ $match: { $or: isBefore } }] : []),
      { $sort: { at: -1, _id: -1 } },
      { $limit: limit },
    ])
    return found.map(({ _id, at }) => ({ id: _id, at }))
  }

  async count(state: State): Promise<number> {
    const [counted] = await this.#model.aggregate<{ count: number }>([
      { $match: { state } },
      { $group: { _id: '$productId' } },
      { $count: 'count' },
    ])
    return counted?.count ?? 0
  }

  /** The newest reports of each product. */
  async ofProducts(productIds: string[]): Promise<Map<string, ReportRecord[]>> {
    const each = productIds.map(async (productId) => {
      const found = this.#model.find({ productId }, null, { sort: { at: -1 }, limit: MAX_SHOWN })
      return [productId, await found.lean()] as const
    })
    return new Map(await Promise.all(each))
  }
}

/** The state of the reports that a status of the staff's list stands for. */
export const REPORT_STATES: Partial<Record<CaseStatus, State>> = {
  open: 'Open',
  dismissed: 'Dismissed',
}

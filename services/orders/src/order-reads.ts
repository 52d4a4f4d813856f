import { MAX_COUNTED, type OrderStatus, type StaffStatus } from '@shop/shared/contracts'
import type { Position } from '@shop/shared/http'
import type { OutboxFields } from '@shop/shared/outbox'
import type { Model } from 'mongoose'
import type { Lister } from './domain/list-keys.ts'
import { BY_STATUS, type OrderDocument } from './order-document.ts'
import {
  NEWEST,
  listPage,
  ownedBy,
  paidFilter,
  soldFilter,
  sortingOf,
  staffFilter,
  type SoldList,
  type StaffList,
} from './order-lists.ts'

/** From the start up to, but not including, the end. */
export interface Interval {
  start: Date
  end: Date
}

/** What sums of sales are made of. */
const SALES_FIELDS = { items: 1, completedAt: 1, refunds: 1 } as const

/** How orders are found. */
export class OrderReads {
  readonly model: Model<OrderDocument & OutboxFields>

  constructor(model: Model<OrderDocument & OutboxFields>) {
    this.model = model
  }

  findByKey(userId: string, idempotencyKey: string): Promise<OrderDocument | null> {
    return this.model.findOne({ userId, idempotencyKey }).lean()
  }

  findById(id: string): Promise<OrderDocument | null> {
    return this.model.findById(id).lean()
  }

  find(id: string, owners: string[]): Promise<OrderDocument | null> {
    return this.model.findOne({ _id: id, $or: ownedBy(owners) }).lean()
  }

  /** The newest orders of these owners, from a position on. */
  list(owners: string[], limit: number, after: Position | null): Promise<OrderDocument[]> {
    return listPage(this.model, ownedBy(owners), NEWEST, { limit, after })
  }

  /** An order with lines of this seller. */
  findSold(id: string, sellerId: string, status?: OrderStatus): Promise<OrderDocument | null> {
    const filter = { _id: id, 'items.sellerId': sellerId, ...(status && { status }) }
    return this.model.findOne(filter).lean()
  }

  /** The orders of a list of a seller, from a position on. */
  listSold(list: SoldList, limit: number, after: Position | null): Promise<OrderDocument[]> {
    return listPage(this.model, [soldFilter(list)], sortingOf(list), { limit, after })
  }

  /** All orders of a list of the staff, from a position on. */
  listAll(list: StaffList, limit: number, after: Position | null): Promise<OrderDocument[]> {
    return listPage(this.model, [staffFilter(list)], sortingOf(list), { limit, after })
  }

  /** How many paid orders a lister has under a status, up to a limit. */
  countSold(lister: Lister, status: StaffStatus): Promise<number> {
    return this.model.countDocuments(paidFilter(lister, status), {
      limit: MAX_COUNTED,
      hint: BY_STATUS,
    })
  }

  /** The paid orders of a seller that a period’s sales or refunds may be in. */
  salesOf(sellerId: string, { start, end }: Interval) {
    const sold = { ...paidFilter(sellerId), completedAt: { $gte: start, $lt: end } }
    const refunded = paidFilter(sellerId, 'refunded')
    return this.model
      .find({ $or: [sold, refunded] }, SALES_FIELDS)
      .hint(BY_STATUS)
      .lean()
      .cursor()
  }

  /** All paid orders of a seller, the newest first. */
  allSold(sellerId: string) {
    return this.model.find(paidFilter(sellerId)).sort({ completedAt: -1, _id: -1 }).lean().cursor()
  }

  async versionsOf(ids: string[]): Promise<Map<string, number>> {
    const found = await this.model.find({ _id: { $in: ids } }, { version: 1 }).lean()
    return new Map(found.map(({ _id, version }) => [_id.toString(), version]))
  }

  async openBefore(time: Date, limit: number): Promise<string[]> {
    const found = await this.model
      .find({ status: 'Created', createdAt: { $lt: time } }, { _id: 1 })
      .limit(limit)
      .lean()
    return found.map(({ _id }) => _id.toString())
  }
}

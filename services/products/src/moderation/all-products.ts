import {
  OFF_REASONS,
  searchPrefixes,
  wordsOf,
  type AllProductsStatus,
  type OffReason,
} from '@shop/shared/contracts'
import type { PipelineStage } from 'mongoose'
import type { Product } from '../domain/product.ts'
import { toProduct, type ProductModel, type ProductRecord } from '../product-model.ts'

type Filter = Record<string, unknown>

/** Where several conditions must hold, how many of the products that meet the rarest are looked through. */
export const LOOKED_THROUGH = 2000
const MAX_COUNTED = 3

export interface Wanted {
  status?: AllProductsStatus | undefined
  /** Whole words of the title. */
  words?: string | undefined
  sellerId?: string | undefined
}

/** Every product of the shop, for staff: each condition has an index in the order of the list. */
export class AllProducts {
  readonly #model: ProductModel

  constructor(model: ProductModel) {
    this.#model = model
  }

  /** The newest products, those after a key of this order. */
  async list(wanted: Wanted, limit: number, after: string | null): Promise<Product[]> {
    const conditions = conditionsOf(wanted)
    if (conditions === null) return []
    const beyond = after === null ? {} : { 'search.newest': { $lt: after } }
    const isAll = conditions.length === 0 && wanted.status === undefined
    const parts = (isAll ? EVERYTHING : partsOf(wanted.status)).map((part) => {
      return { ...part, ...beyond }
    })
    const [rarest = {}, ...others] = await this.#rarestFirst(parts, conditions)
    const lookedThrough: PipelineStage[] =
      others.length === 0 ? [] : [{ $limit: LOOKED_THROUGH }, { $match: { $and: others } }]
    const found = await this.#model.aggregate<ProductRecord>([
      { $match: anyOf(parts, rarest) },
      { $sort: { 'search.newest': -1 } },
      ...lookedThrough,
      { $limit: limit },
    ])
    return found.map(toProduct)
  }

  /** Counts up to what would be looked through: a rare word must not be lost behind a common one. */
  async #rarestFirst(parts: Filter[], conditions: Filter[]): Promise<Filter[]> {
    if (conditions.length < 2) return conditions
    const counted = await Promise.all(
      conditions.slice(0, MAX_COUNTED).map(async (condition) => {
        const options = { limit: LOOKED_THROUGH }
        const count = await this.#model.countDocuments(anyOf(parts, condition), options)
        return { condition, count }
      }),
    )
    const sorted = counted.toSorted((a, b) => a.count - b.count)
    return [...sorted.map(({ condition }) => condition), ...conditions.slice(MAX_COUNTED)]
  }
}

const ON_SALE: Filter = { archived: false }
const OFF: Filter = { archived: true }

/** All products by the indexes that have them in order; those of earlier releases have no reasons. */
const EVERYTHING: Filter[] = [
  { ...ON_SALE, 'search.newest': { $gt: '' } },
  ...OFF_REASONS.map((reason) => ({ ...OFF, off: reason })),
  { ...OFF, off: { $exists: false } },
]

/** What the products with a status have in common, by the partial indexes that hold them. */
function partsOf(status: AllProductsStatus | undefined): Filter[] {
  if (status === undefined) return [ON_SALE, OFF]
  return [status === 'live' ? ON_SALE : OFF]
}

/** Conditions that must all hold, the most telling words first; null when nothing can meet them. */
function conditionsOf({ status, words = '', sellerId }: Wanted): Filter[] | null {
  const wanted = searchPrefixes(wordsOf(words)).toSorted((a, b) => b.length - a.length)
  if (words !== '' && wanted.length === 0) return null
  return [
    ...(sellerId === undefined ? [] : [{ userId: sellerId }]),
    ...(status === undefined || status === 'live' ? [] : [reasonFilter(status)]),
    ...wanted.map((word) => ({ 'search.words': word })),
  ]
}

/** Products of earlier releases have no reasons: those that are off are archived. */
function reasonFilter(reason: OffReason): Filter {
  return { off: reason === 'archived' ? { $in: [reason, null] } : reason }
}

/** The condition in each part: each is read from its index, and they are merged in order. */
function anyOf(parts: Filter[], condition: Filter): Filter {
  const all = parts.map((part) => ({ ...part, ...condition }))
  return all.length === 1 ? (all[0] ?? {}) : { $or: all }
}

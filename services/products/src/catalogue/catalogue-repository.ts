import {
  CATEGORIES,
  type Category,
  type ProductCounts,
  type ProductFacets,
} from '@shop/shared/contracts'
import type { Product } from '../domain/product.ts'
import { toProduct, type ProductModel } from '../product-model.ts'
import type { Filter } from './query.ts'

export interface ProductsQuery {
  filter: Filter
  sort: Record<string, 1 | -1>
  limit: number
}

/** Matches every product, so that counts scan an index instead of the collection. */
const ANY = { 'search.newest': { $gt: '' } }

export class CatalogueRepository {
  readonly #model: ProductModel

  constructor(model: ProductModel) {
    this.#model = model
  }

  async list({ filter, sort, limit }: ProductsQuery): Promise<Product[]> {
    const found = await this.#model.find(filter, null, { sort, limit }).lean()
    return found.map(toProduct)
  }

  count(filter: Filter, upTo: number): Promise<number> {
    return this.#model.countDocuments({ ...ANY, ...filter }, { limit: upTo })
  }

  /** How many products a seller has by status; a draft that was archived counts as archived. */
  async countByStatus(userId: string): Promise<ProductCounts> {
    const isDraft = { $and: [{ $in: ['draft', OFF] }, { $not: { $in: ['archived', OFF] } }] }
    const inShop = { $cond: [{ $gt: ['$available', 0] }, 'live', 'soldout'] }
    const status = { $cond: [isDraft, 'draft', { $cond: ['$archived', 'archived', inShop] }] }
    const found = await this.#model.aggregate<{ _id: string; count: number }>([
      { $match: { userId } },
      { $group: { _id: status, count: { $sum: 1 } } },
    ])
    const of = (wanted: string) => found.find(({ _id }) => _id === wanted)?.count ?? 0
    const all = found.reduce((sum, { count }) => sum + count, 0)
    const offOnes = { draft: of('draft'), archived: of('archived') }
    return { all, live: of('live'), soldout: of('soldout'), ...offOnes }
  }

  async countByCategory(filter: Filter): Promise<ProductFacets['categories']> {
    const found = await this.#model.aggregate<{ _id: Category; count: number }>([
      { $match: { category: { $in: CATEGORIES }, ...filter } },
      { $group: { _id: '$category', count: { $sum: 1 } } },
    ])
    const counts = new Map(found.map(({ _id, count }) => [_id, count]))
    return CATEGORIES.map((name) => ({ name, count: counts.get(name) ?? 0 }))
  }

  /** The number of sellers, and the product counts of the largest ones. */
  async countBySeller(
    filter: Filter,
    limit: number,
  ): Promise<Pick<ProductFacets, 'sellers' | 'sellerCount'>> {
    const [counted] = await this.#model.aggregate<{
      sellers: ProductFacets['sellers']
      all: { count: number }[]
    }>([
      { $match: { ...ANY, ...filter } },
      { $group: { _id: '$userId', count: { $sum: 1 }, name: { $max: '$sellerName' } } },
      {
        $facet: {
          sellers: [{ $sort: { count: -1, _id: 1 } }, { $limit: limit }, { $project: SELLER }],
          all: [{ $count: 'count' }],
        },
      },
    ])
    return { sellers: counted?.sellers ?? [], sellerCount: counted?.all[0]?.count ?? 0 }
  }
}

const OFF = { $ifNull: ['$off', []] }

const SELLER = { _id: 0, id: '$_id', count: 1, name: { $ifNull: ['$name', '$$REMOVE'] } }

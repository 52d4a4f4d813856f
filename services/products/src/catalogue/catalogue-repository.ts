import {
  CATEGORIES,
  type Category,
  type ProductCounts,
  type ProductFacets,
} from '@shop/shared/contracts'
import type { Product } from '../domain/product.ts'
import { toProduct, type ProductModel, type ProductRecord } from '../product-model.ts'
import type { Filter } from './query.ts'

export interface ProductsQuery {
  filter: Filter
  sort: Record<string, 1 | -1>
  limit: number
  search?: Search | undefined
}

/** How products are searched for. */
export interface Search {
  /** The name of the index to use. */
  index: string
  /** Whether to look at the beginning of the list first. */
  isAhead?: boolean
}

/** How far a search follows the order of a list when it looks at its beginning. */
const LOOKED_AT = 5000

/** Matches every product, so that counts scan an index instead of the collection. */
const ANY = { 'search.newest': { $gt: '' } }

export class CatalogueRepository {
  readonly #model: ProductModel
  /** The paths that are read only when they are named. */
  readonly #hidden: string[] = []

  constructor(model: ProductModel) {
    this.#model = model
    model.schema.eachPath((path, { options }) => {
      if (options['select'] === false) this.#hidden.push(path)
    })
  }

  async list(query: ProductsQuery): Promise<Product[]> {
    const { filter, sort, limit, search } = query
    const ahead = search?.isAhead === true ? await this.#lookAhead(query) : []
    if (ahead.length === limit) return ahead.map(toProduct)
    const options = { sort, limit, ...(search && { hint: search.index }) }
    const found = await this.#model.find(filter, null, options).lean()
    return found.map(toProduct)
  }

  /** Whether what is searched for fills a page at the beginning of the list. */
  async fillsAhead(query: ProductsQuery): Promise<boolean> {
    return (await this.#lookAhead(query)).length === query.limit
  }

  #lookAhead({ filter, sort, limit }: ProductsQuery): Promise<ProductRecord[]> {
    const ordered = ['archived', 'category', ...Object.keys(sort)].filter((path) => path in filter)
    return this.#model.aggregate<ProductRecord>([
      { $match: Object.fromEntries(ordered.map((path) => [path, filter[path]])) },
      { $sort: sort },
      { $limit: LOOKED_AT },
      { $match: filter },
      { $limit: limit },
      { $unset: this.#hidden },
    ])
  }

  /** How many products for sale an index finds, up to a limit. */
  countBy(index: string, filter: Filter, limit: number): Promise<number> {
    return this.#model.countDocuments({ archived: false, ...filter }, { hint: index, limit })
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

import { createCache } from '@shop/shared/async'
import type { ListProductsQuery } from '@shop/shared/contracts'
import { orderOf } from '../domain/catalogue-order.ts'
import type { Product } from '../domain/product.ts'
import { BY_PRICE, BY_WORD } from '../product-model.ts'
import type { CatalogueRepository, Search } from './catalogue-repository.ts'
import { filterOf, isSellerQuery, pageOf, type Filter } from './query.ts'

/** From so many on, products are common: fewer are read whole and sorted. */
const COMMON = 2000

/** May be outdated: it decides on the cost of a page, not on what is on it. */
const KNOWN = { ttlMs: 60_000, max: 1000 }

/** What has an index of its own, and is searched for in an order that the index does not have. */
interface Sought {
  words: RegExp[]
  price?: unknown
}

/**
 * Finds the products of a page. No index serves words or a price range in every order: rare ones are read whole and
 * sorted, common ones are met while the list is followed in its order. Left to the database's planner, which keeps a
 * plan by the form of a query, a plan that was chosen for a rare word would be used for a common one.
 */
export class ProductSearch {
  readonly #catalogue: CatalogueRepository
  readonly #known = createCache<boolean>(KNOWN)

  constructor(catalogue: CatalogueRepository) {
    this.#catalogue = catalogue
  }

  /** The first products of a page, up to a limit. */
  async find(query: ListProductsQuery, limit: number): Promise<Product[]> {
    const search = await this.#choose(query, limit)
    return this.#catalogue.list({ ...pageOf(query), limit, search })
  }

  async #choose(query: ListProductsQuery, limit: number): Promise<Search | undefined> {
    const sought = soughtBy(query)
    if (sought === undefined) return undefined
    const rare = await this.#rarest(sought)
    if (rare !== null) return { index: rare }
    const index = sought.words.length > 0 ? BY_WORD : BY_PRICE
    // A later page may be where there are fewer.
    if (query.cursor !== undefined) return { index, isAhead: true }
    const page = { ...pageOf(query), limit }
    const fills = () => this.#catalogue.fillsAhead(page)
    return (await this.#known.get(keyOf(page), fills)) ? { index: indexInOrder(query) } : { index }
  }

  /** The index of something rare that is sought; null when everything is common. */
  async #rarest({ words, price }: Sought): Promise<string | null> {
    for (const word of words)
      if (!(await this.#isCommon(BY_WORD, { 'search.words': word }))) return BY_WORD
    if (price === undefined) return null
    return (await this.#isCommon(BY_PRICE, { 'search.price': price })) ? null : BY_PRICE
  }

  #isCommon(index: string, filter: Filter): Promise<boolean> {
    const count = () => this.#catalogue.countBy(index, filter, COMMON)
    return this.#known.get(keyOf({ index, filter }), async () => (await count()) === COMMON)
  }
}

function soughtBy(query: ListProductsQuery): Sought | undefined {
  // The products of one seller are few in any order.
  if (query.seller !== undefined || isSellerQuery(query)) return undefined
  const { 'search.words': found, 'search.price': price } = filterOf(query)
  const words = (found as { $all?: RegExp[] } | undefined)?.$all ?? []
  const isByPrice = orderOf(query.sort ?? 'newest').key === 'price'
  const sought = isByPrice ? { words } : { words, price }
  return words.length === 0 && sought.price === undefined ? undefined : sought
}

/** The index in the order of a list. */
function indexInOrder({ category, sort = 'newest' }: ListProductsQuery): string {
  const { key } = orderOf(sort)
  return category === undefined ? `search.${key}_1` : `category_1_archived_1_search.${key}_1`
}

const keyOf = (key: object) =>
  JSON.stringify(key, (_, value: unknown) => (value instanceof RegExp ? value.source : value))

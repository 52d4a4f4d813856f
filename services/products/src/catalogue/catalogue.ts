import { createLimit } from '@shop/shared/async'
import { createCache } from '@shop/shared/async'
import { BARE_LIMIT, type ListProductsQuery, type ProductResponse } from '@shop/shared/contracts'
import { pageSize } from '@shop/shared/http'
import { encodeCursor } from '../domain/catalogue-order.ts'
import type { Product } from '../domain/product.ts'
import type { CatalogueRepository } from './catalogue-repository.ts'
import { countFacets, type Counts } from './facets.ts'
import { ProductSearch } from './product-search.ts'

export interface Page {
  body: Uint8Array<ArrayBuffer>
  etag: string
  /** Query of the next page, for the Link header. */
  next: string | null
}

const PAGES = { ttlMs: 1000, max: 32 }
const COUNTS = { ttlMs: 30_000, max: 500 }

/** Parameters that do not filter. */
const PAGING = new Set(['limit', 'sort', 'cursor'])

/** Queries with only these parameters are cached: most visitors start there. */
const HOT = new Set(['limit', 'sort', 'facets'])

/** Catalogue pages and their counts, cached for a short time. */
export function createCatalogue(
  repository: CatalogueRepository,
  toResponse: (product: Product) => ProductResponse,
) {
  const pages = createCache<Page>(PAGES)
  const counts = createCache<Counts>(COUNTS)
  // Counts are slow: many different filters at once must not occupy every connection.
  const limited = createLimit(2)
  const search = new ProductSearch(repository)

  function countsOf(query: ListProductsQuery): Promise<Counts> {
    const filters = JSON.stringify(query, (name, value: unknown) =>
      PAGING.has(name) ? undefined : value,
    )
    return counts.get(filters, () => limited(() => countFacets(repository, query)))
  }

  async function read(query: ListProductsQuery): Promise<Page> {
    const isBare = Object.keys(query).length === 0
    const size = pageSize(isBare, query.limit)
    const [found, counted, byStatus] = await Promise.all([
      search.find(query, size + 1),
      query.facets === undefined ? undefined : countsOf(query),
      query.counts === undefined ? undefined : repository.countByStatus(query.seller ?? ''),
    ])
    const items = found.slice(0, size)
    const last = found.length > size ? items.at(-1) : undefined
    const nextCursor = last === undefined ? null : encodeCursor(query.sort ?? 'newest', last)
    const responses = items.map(toResponse)
    const body = Buffer.from(
      JSON.stringify(
        isBare ? responses : { items: responses, nextCursor, ...counted, counts: byStatus },
      ),
    )
    const next = isBare && nextCursor !== null ? `?limit=${BARE_LIMIT}&cursor=${nextCursor}` : null
    return { body, etag: `"${Bun.hash(body).toString(36)}"`, next }
  }

  return {
    /** The page of a query; a cached one is up to a second old. */
    page(this: void, query: ListProductsQuery): Promise<Page> {
      const isHot = Object.keys(query).every((name) => HOT.has(name))
      return isHot ? pages.get(JSON.stringify(query), () => read(query)) : read(query)
    },

    /** Invalidates the cached pages after a write. */
    changed(this: void): void {
      pages.clear()
    },
  }
}

export type Catalogue = ReturnType<typeof createCatalogue>

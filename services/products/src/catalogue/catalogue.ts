import { createLimit } from '@shop/shared/async'
import { createCache } from '@shop/shared/async'
import { BARE_LIMIT, type ListProductsQuery, type ProductResponse } from '@shop/shared/contracts'
import { pageSize } from '@shop/shared/http'
import { encodeCursor } from '../domain/catalogue-order.ts'
import type { Product } from '../domain/product.ts'
import type { CatalogueRepository } from './catalogue-repository.ts'
import { countFacets, type Counts } from './facets.ts'
import { pageOf } from './query.ts'

/** A page as it is sent. */
export interface Page {
  body: Uint8Array<ArrayBuffer>
  etag: string
  /** Address of what follows, for those who get the items alone. */
  next: string | null
}

const PAGES = { ttlMs: 1000, max: 32 }
const COUNTS = { ttlMs: 30_000, max: 500 }

/** The parameters that choose no products. */
const PAGING = new Set(['limit', 'sort', 'cursor'])

/** The parameters of the pages that most visitors see first. */
const HOT = new Set(['limit', 'sort', 'facets'])

/** The catalogue, page by page. */
export function createCatalogue(
  repository: CatalogueRepository,
  toResponse: (product: Product) => ProductResponse,
) {
  const pages = createCache<Page>(PAGES)
  const counts = createCache<Counts>(COUNTS)
  // Counting walks through all that it counts: many filters at once must not take every connection.
  const limited = createLimit(2)

  function countsOf(asked: ListProductsQuery): Promise<Counts> {
    const filters = JSON.stringify(asked, (name, value: unknown) =>
      PAGING.has(name) ? undefined : value,
    )
    return counts.get(filters, () => limited(() => countFacets(repository, asked)))
  }

  async function read(asked: ListProductsQuery): Promise<Page> {
    const isBare = Object.keys(asked).length === 0
    const size = pageSize(isBare, asked.limit)
    const [found, counted] = await Promise.all([
      repository.list({ ...pageOf(asked), limit: size + 1 }),
      asked.facets === undefined ? undefined : countsOf(asked),
    ])
    const items = found.slice(0, size)
    const last = found.length > size ? items.at(-1) : undefined
    const nextCursor = last === undefined ? null : encodeCursor(asked.sort ?? 'newest', last)
    const replies = items.map(toResponse)
    const body = Buffer.from(
      JSON.stringify(isBare ? replies : { items: replies, nextCursor, ...counted }),
    )
    const next = isBare && nextCursor !== null ? `?limit=${BARE_LIMIT}&cursor=${nextCursor}` : null
    return { body, etag: `"${Bun.hash(body).toString(36)}"`, next }
  }

  return {
    /** The page that a query asks for; the first ones are up to a second old. */
    page(this: void, asked: ListProductsQuery): Promise<Page> {
      const isHot = Object.keys(asked).every((name) => HOT.has(name))
      return isHot ? pages.get(JSON.stringify(asked), () => read(asked)) : read(asked)
    },

    /** Says that a product was written: nobody is shown what was before. */
    changed(this: void): void {
      pages.clear()
    },
  }
}

export type Catalogue = ReturnType<typeof createCatalogue>

import type { Api } from '../api/client.server.ts'
import { listProducts } from '../api/products.server.ts'
import { sellerName } from '../lib/words.ts'
import { parseFilters, ignoredParams, catalogueQuery, type Filters } from './filters.ts'
import { priceRangeOf } from './price-range.ts'
import { toCard } from './to-card.ts'

export async function loadCataloguePage(api: Api, params: URLSearchParams) {
  const filters = parseFilters(params)
  const cursor = params.get('cursor') || null
  const query = catalogueQuery(filters, cursor)
  query.set('facets', '1')
  const { items, nextCursor, facets, total, isFirst } = await listProducts(api, query)
  return {
    filters,
    range: priceRangeOf(params),
    ignored: [...ignoredParams(params, filters), ...(cursor !== null && isFirst ? ['page'] : [])],
    items: items.map(toCard),
    nextCursor,
    facets,
    total: total ?? 0,
    cursor: isFirst ? null : cursor,
    seller: await chosenSeller(api, filters, items),
  }
}

/** The selected seller's name, even if no product is listed. */
async function chosenSeller(
  api: Api,
  { seller }: Filters,
  shown: readonly { sellerName?: string | undefined }[],
): Promise<string | null> {
  if (seller === null) return null
  if (shown.length > 0) return sellerName(shown[0]?.sellerName, seller)
  const { items } = await listProducts(api, new URLSearchParams({ seller, limit: '1' }))
  return sellerName(items[0]?.sellerName, seller)
}

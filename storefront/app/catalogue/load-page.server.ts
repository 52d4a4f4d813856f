import type { Api } from '../api/client.server.ts'
import { listProducts } from '../api/products.server.ts'
import { sellerName } from '../lib/words.ts'
import { choiceOf, ignoredIn, queryOf, type Choice } from './filters.ts'
import { priceRangeOf } from './price-range.ts'
import { toCard } from './to-card.ts'

/** What the catalogue shows at an address. */
export async function cataloguePage(api: Api, params: URLSearchParams) {
  const choice = choiceOf(params)
  const asked = params.get('cursor') || null
  const query = queryOf(choice, asked)
  query.set('facets', '1')
  const { items, nextCursor, facets, total, isFirst } = await listProducts(api, query)
  return {
    choice,
    range: priceRangeOf(params),
    ignored: [
      ...ignoredIn(params, choice),
      ...(asked !== null && isFirst ? ['place in the list'] : []),
    ],
    items: items.map(toCard),
    nextCursor,
    facets,
    total: total ?? 0,
    cursor: isFirst ? null : asked,
    seller: await chosenSeller(api, choice, items),
  }
}

/** What the chosen seller is called, also where none of their products is shown. */
async function chosenSeller(
  api: Api,
  { seller }: Choice,
  shown: readonly { sellerName?: string | undefined }[],
): Promise<string | null> {
  if (seller === null) return null
  if (shown.length > 0) return sellerName(shown[0]?.sellerName, seller)
  const { items } = await listProducts(api, new URLSearchParams({ seller, limit: '1' }))
  return sellerName(items[0]?.sellerName, seller)
}

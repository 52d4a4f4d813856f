import { sellerName } from '../lib/words.ts'
import { getShop } from './auth.server.ts'
import type { Api } from './client.server.ts'

/** The names of sellers, by id; a part of the id for those without a shop. */
export async function namesOfSellers(
  api: Api,
  ids: Iterable<string>,
): Promise<Record<string, string>> {
  const shops = await shopsOf(api, ids)
  return Object.fromEntries([...new Set(ids)].map((id) => [id, sellerName(shops[id], id)]))
}

/** The names of those sellers who have a shop, by id. */
export async function shopsOf(api: Api, ids: Iterable<string>): Promise<Record<string, string>> {
  const found = await Promise.all(
    [...new Set(ids)].map(async (id) => {
      const shop = await getShop(api, id).catch(() => null)
      return shop === null ? [] : [[id, shop.name] as const]
    }),
  )
  return Object.fromEntries(found.flat())
}

import type { OrderResponse } from '@shop/shared/contracts'
import { getShop } from '../api/auth.server.ts'
import type { Api } from '../api/client.server.ts'
import { sellerName } from '../lib/words.ts'

/** The names of an order's sellers, by id; a part of the id for those without a shop. */
export async function sellersOfOrder(
  api: Api,
  { items }: Pick<OrderResponse, 'items'>,
): Promise<Record<string, string>> {
  const ids = [...new Set(items.map(({ sellerId }) => sellerId))]
  const named = await Promise.all(
    ids.map(async (id) => {
      const shop = await getShop(api, id).catch(() => null)
      return [id, sellerName(shop?.name, id)] as const
    }),
  )
  return Object.fromEntries(named)
}

import type { OrderResponse } from '@shop/shared/contracts'
import type { Api } from '../api/client.server.ts'
import { getProduct } from '../api/products.server.ts'
import { sellerName } from '../lib/words.ts'

/** Names of an order's sellers by id; those that can't be loaded are left out. */
export async function sellersOf(
  api: Api,
  items: OrderResponse['items'],
): Promise<Record<string, string>> {
  const oneEach = new Map(items.map(({ sellerId, productId }) => [sellerId, productId]))
  const names = await Promise.all(
    [...oneEach].map(async ([sellerId, productId]) => {
      const product = await getProduct(api, productId).catch(() => null)
      return product === null ? [] : [[sellerId, sellerName(product.sellerName, sellerId)] as const]
    }),
  )
  return Object.fromEntries(names.flat())
}

import { requireSession, sessionOf } from '@shop/shared/auth'
import { createHandlers } from '@shop/shared/http'
import { toCartResponse } from '../cart-response.ts'
import type { Deps } from '../deps.ts'

/** `GET /api/cart` */
export function getCart({ carts, products, mediaUrl }: Deps) {
  return createHandlers(requireSession, async (c) => {
    const cart = await carts.of(sessionOf(c))
    const known = await products.find(cart.items.map(({ productId }) => productId))
    return c.json(toCartResponse(cart, known, mediaUrl))
  })
}

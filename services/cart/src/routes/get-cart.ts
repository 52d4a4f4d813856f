import { requireSession, sessionOf } from '@shop/shared/auth'
import { createHandlers } from '@shop/shared/http'
import { toCartReply } from '../cart-reply.ts'
import type { Deps } from '../deps.ts'

/** `GET /api/cart` */
export function getCart({ carts, products, mediaUrl }: Deps) {
  return createHandlers(requireSession, async (c) => {
    const cart = await carts.of(sessionOf(c))
    const known = await products.find(cart.items.map(({ productId }) => productId))
    return c.json(toCartReply(cart, known, mediaUrl))
  })
}

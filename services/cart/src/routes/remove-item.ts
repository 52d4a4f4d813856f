import { requireSession, sessionOf } from '@shop/shared/auth'
import { ShopError } from '@shop/shared/contracts'
import { createHandlers, validId } from '@shop/shared/http'
import { toCartResponse } from '../cart-response.ts'
import type { Deps } from '../deps.ts'
import { removeLine } from '../domain/cart.ts'

/** `DELETE /api/cart/items/:id` */
export function removeItem({ carts, products, mediaUrl }: Deps) {
  return createHandlers(requireSession, validId('Product'), async (c) => {
    const productId = c.req.valid('param').id
    const cart = await carts.change(sessionOf(c), (lines) => removeLine(lines, productId))
    if (cart === null)
      throw new ShopError('forbidden', 'This guest session has ended; the cart moved to an account')
    const known = await products.find(cart.items.map((line) => line.productId))
    return c.json(toCartResponse(cart, known, mediaUrl))
  })
}

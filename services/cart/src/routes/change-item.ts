import { requireSession, sessionOf } from '@shop/shared/auth'
import { CartItemBody, ShopError } from '@shop/shared/contracts'
import { createHandlers, limitBody, validJson, waitForCopy } from '@shop/shared/http'
import { toCartResponse } from '../cart-response.ts'
import type { Deps } from '../deps.ts'
import { addToLine, setLine, type Line } from '../domain/cart.ts'

/** `POST /api/cart/items`: sets a line or adds to it, at the known price. */
export function changeItem({ carts, products, mediaUrl }: Deps) {
  return createHandlers(requireSession, limitBody(), validJson(CartItemBody), async (c) => {
    const { productId, ...wanted } = c.req.valid('json')
    const session = sessionOf(c)
    const { sub } = session
    const known = await waitForCopy(sub, () => products.findBeside(productId, sub))
    const product = known?.products.get(productId)
    if (known === null || product === undefined || product.archived)
      throw new ShopError('not-found', 'This product is no longer for sale')
    const change = (lines: Line[]) =>
      'add' in wanted
        ? addToLine(lines, product, wanted.add)
        : setLine(lines, product, wanted.quantity)
    const cart = await carts.change(session, change, known.cart)
    if (cart === null)
      throw new ShopError('forbidden', 'This guest session has ended; the cart moved to an account')
    return c.json(toCartResponse(cart, known.products, mediaUrl), 201)
  })
}

import { requireSession, sessionOf } from '@shop/shared/auth'
import { MAX_LINES, SetCartItemBody, ShopError, notFound } from '@shop/shared/contracts'
import { createHandlers, limitBody, validJson, waitForCopy } from '@shop/shared/http'
import { toCartReply } from '../cart-reply.ts'
import type { Deps } from '../deps.ts'
import { setLine, type Line } from '../domain/cart.ts'

/** `POST /api/cart/items`: sets the line, at the price that the shop knows. */
export function setItem({ carts, products, mediaUrl }: Deps) {
  return createHandlers(requireSession, limitBody(), validJson(SetCartItemBody), async (c) => {
    const { productId, quantity } = c.req.valid('json')
    const { sub } = sessionOf(c)
    const known = await waitForCopy(() => products.findBeside(productId, sub))
    const product = known?.products.get(productId)
    if (known === null || product === undefined || product.archived) throw notFound('Product')
    const line = { productId, quantity, seenPrice: product.price }
    const set = (lines: Line[]) => setLine(lines, line, MAX_LINES)
    const cart = await carts.change(sub, set, known.cart)
    if (cart === null) throw new ShopError('forbidden', 'This guest has signed in as a user')
    return c.json(toCartReply(cart, known.products, mediaUrl), 201)
  })
}

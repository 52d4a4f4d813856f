import { requireUser, sessionOf } from '@shop/shared/auth'
import { ChangeStockBody, notFound } from '@shop/shared/contracts'
import { createHandlers, limitBody, validJson } from '@shop/shared/http'
import type { Deps } from '../deps.ts'
import type { Product } from '../domain/product.ts'
import { moveRefusal, type Cause } from '../domain/stock-move.ts'
import { ownProduct } from './own-product.ts'

/** `POST /api/products/:id/stock` */
export function changeStock({ products, stock, toResponse }: Deps) {
  const input = validJson(ChangeStockBody)

  async function change(id: string, delta: number, cause: Cause): Promise<Product> {
    const changed = await stock.move(id, delta, cause)
    if (changed !== null) return changed
    const now = await products.find(id)
    if (now === null) throw notFound('Product')
    const refusal = moveRefusal(now, delta)
    if (refusal !== null) throw refusal
    return change(id, delta, cause)
  }

  return createHandlers(requireUser, ownProduct(products), limitBody(), input, async (c) => {
    const { delta, reason } = c.req.valid('json')
    const cause = { reason, by: sessionOf(c).sub }
    return c.json(toResponse(await change(c.get('product').id, delta, cause)))
  })
}

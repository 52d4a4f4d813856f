import { requireUser, sessionOf } from '@shop/shared/auth'
import { ChangeStockBody, notFound } from '@shop/shared/contracts'
import { createHandlers, limitBody, validJson } from '@shop/shared/http'
import type { Deps } from '../deps.ts'
import { moveRefusal, type StockMove } from '../domain/stock-move.ts'
import { recordMove } from '../stock/record-move.ts'
import { ownProduct } from './own-product.ts'

/** `POST /api/products/:id/stock` */
export function changeStock(deps: Deps) {
  const { products, stock, toResponse, log } = deps
  const input = validJson(ChangeStockBody)

  async function change(id: string, wanted: StockMove) {
    const changed = await stock.move(id, wanted)
    if (changed !== null) return changed
    const now = await products.find(id)
    if (now === null) throw notFound('Product')
    const refusal = moveRefusal(now, wanted.delta)
    if (refusal !== null) throw refusal
    return change(id, wanted)
  }

  return createHandlers(requireUser, ownProduct(products), limitBody(), input, async (c) => {
    const { id } = c.get('product')
    const wanted = { ...c.req.valid('json'), by: sessionOf(c).sub, at: new Date() }
    const { product, move } = await change(id, wanted)
    await recordMove(deps, move).catch((error: unknown) =>
      log.warn({ error, productId: id }, 'could not record the stock move; the sweeper will'),
    )
    return c.json(toResponse(product))
  })
}

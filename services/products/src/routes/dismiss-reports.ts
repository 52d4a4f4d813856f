import { requireAdmin } from '@shop/shared/auth'
import { createHandlers } from '@shop/shared/http'
import type { Deps } from '../deps.ts'
import { ownProduct } from './own-product.ts'

/** `POST /api/products/reports/:id/dismiss` */
export function dismissReports({ products, reports, hidden }: Deps) {
  return createHandlers(requireAdmin, ownProduct(products, { orAdmin: true }), async (c) => {
    const { id } = c.get('product')
    await reports.settle(id, 'Dismissed')
    await hidden.closeAppeal(id)
    return c.body(null, 204)
  })
}

import { requireAdmin } from '@shop/shared/auth'
import { notFound } from '@shop/shared/contracts'
import { createHandlers, validId } from '@shop/shared/http'
import type { Deps } from '../deps.ts'
import { toStaffOrderResponse } from '../staff-response.ts'

/** `GET /api/orders/all/:id` */
export function getAny({ orders, mediaUrl }: Deps) {
  return createHandlers(requireAdmin, validId('Order'), async (c) => {
    const order = await orders.findById(c.req.valid('param').id)
    if (order === null) throw notFound('Order')
    return c.json(toStaffOrderResponse(order, mediaUrl))
  })
}

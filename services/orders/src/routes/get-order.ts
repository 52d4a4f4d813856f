import { notFound } from '@shop/shared/contracts'
import { createHandlers, validId } from '@shop/shared/http'
import type { Deps } from '../deps.ts'
import { toOrderResponse } from '../order-response.ts'

/** `GET /api/orders/:id` */
export function getOrder({ access, mediaUrl }: Deps) {
  return createHandlers(validId('Order'), async (c) => {
    const order = await access.readerOf(c, c.get('session'), c.req.valid('param').id).read()
    if (order === null) throw notFound('Order')
    return c.json(toOrderResponse(order, mediaUrl))
  })
}

import { SendParcelBody } from '@shop/shared/contracts'
import { createHandlers, limitBody, validJson } from '@shop/shared/http'
import type { Deps } from '../deps.ts'
import { send } from '../domain/parcel.ts'
import { soldOrders, soldPath } from '../sold-order.ts'

/** `PUT /api/orders/sold/:id/parcel` */
export function sendParcel(deps: Deps) {
  const sold = soldOrders(deps)
  return createHandlers(...soldPath, limitBody(), validJson(SendParcelBody), async (c) => {
    const { carrier, tracking, staff } = c.req.valid('json')
    const sending = { carrier, ...(tracking !== undefined && { tracking }) }
    const order = await sold.change(c, c.req.valid('param').id, {
      act: 'send',
      staff,
      decide: (paid, { sellerId }, now) => send(paid, sellerId, sending, now),
    })
    return c.json(order)
  })
}

import { ownerIds, requireSession, sessionOf } from '@shop/shared/auth'
import { ChangeAddressBody, ShopError, invalid, notFound } from '@shop/shared/contracts'
import { createHandlers, limitBody, validId, validJson } from '@shop/shared/http'
import type { Deps } from '../deps.ts'
import { toOrderResponse } from '../order-response.ts'

/** `PUT /api/orders/:id/address`: changes an unpaid order in place, with its lines and prices. */
export function changeAddress({ orders, mediaUrl }: Deps) {
  const input = validJson(ChangeAddressBody)
  return createHandlers(requireSession, validId('Order'), limitBody(), input, async (c) => {
    const session = sessionOf(c)
    const { id } = c.req.valid('param')
    const { address, email } = c.req.valid('json')
    const order = await orders.find(id, ownerIds(session))
    if (order === null) throw notFound('Order')
    if (order.address === undefined) throw invalid('This order has no shipping address', 'address')
    const isGuest = session.role === 'guest' && email !== undefined
    const changed = await orders.changeAddress(id, { address, ...(isGuest && { email }) })
    if (changed === null)
      throw new ShopError('order-final', 'The address of this order can no longer be changed')
    return c.json(toOrderResponse(changed, mediaUrl))
  })
}

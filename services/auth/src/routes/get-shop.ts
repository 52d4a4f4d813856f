import { notFound, type ShopResponse } from '@shop/shared/contracts'
import { createHandlers } from '@shop/shared/http'
import type { Deps } from '../deps.ts'
import { person } from './person.ts'

/** `GET /api/users/:userId/shop` */
export function getShop({ users }: Deps) {
  return createHandlers(person(users), async (c) => {
    const { _id, name, about, isBlocked } = c.get('person')
    if (isBlocked === true || name === undefined) throw notFound('Shop')
    const since = _id.getTimestamp().toISOString()
    const shop = { id: _id.toString(), name, ...(about && { about }), since }
    return c.json(shop satisfies ShopResponse)
  })
}

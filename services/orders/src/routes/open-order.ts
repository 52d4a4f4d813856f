import { OpenOrderBody } from '@shop/shared/contracts'
import { createHandlers, limitBody, validId, validJson } from '@shop/shared/http'
import type { Deps } from '../deps.ts'

/** `POST /api/orders/:id/open` */
export function openOrder({ access }: Deps) {
  return createHandlers(validId('Order'), limitBody(), validJson(OpenOrderBody), async (c) => {
    await access.open(c, c.req.valid('param').id, c.req.valid('json').key)
    return c.body(null, 204)
  })
}

import { GiveBackBody } from '@shop/shared/contracts'
import { createHandlers, limitBody, validId, validJson } from '@shop/shared/http'
import { changeOrder } from '../change-order.ts'
import type { Deps } from '../deps.ts'
import { giveBack as decide } from '../domain/give-back.ts'
import { digestOf, requiredKey } from '../idempotency.ts'
import { toOrderResponse } from '../order-response.ts'

/** `POST /api/orders/:id/returns` */
export function giveBack({ orders, access, mediaUrl }: Deps) {
  const input = validJson(GiveBackBody)
  return createHandlers(validId('Order'), limitBody(), input, async (c) => {
    const { read } = access.readerOf(c, c.get('session'), c.req.valid('param').id)
    const body = c.req.valid('json')
    const key = requiredKey(c.req.header('idempotency-key'))
    const request = { key: digestOf(key), body: digestOf(body) }
    const { note, ...rest } = body
    const wanted = { ...rest, ...(note !== undefined && { note }), request }
    const order = await changeOrder(orders, read, (paid, now) => decide(paid, wanted, now))
    return c.json(toOrderResponse(order, mediaUrl), 201)
  })
}

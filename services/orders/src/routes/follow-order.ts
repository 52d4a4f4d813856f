import { notFound } from '@shop/shared/contracts'
import { createHandlers, validId } from '@shop/shared/http'
import type { Deps } from '../deps.ts'
import { toOrderResponse } from '../order-response.ts'

const HEADERS = {
  'content-type': 'text/event-stream',
  // Tells NGINX not to buffer the stream.
  'x-accel-buffering': 'no',
}

/** `GET /api/orders/:id/events`: the order now and after each change, as server-sent events. */
export function orderEvents({ access, streams, sessions, mediaUrl }: Deps) {
  return createHandlers(validId('Order'), async (c) => {
    const orderId = c.req.valid('param').id
    const session = c.get('session')
    const reader = access.readerOf(c, session, orderId)
    const isAllowed = () => session === null || sessions.isLive(session)
    if ((await reader.read()) === null) throw notFound('Order')
    const render = (order: Parameters<typeof toOrderResponse>[0]) =>
      toOrderResponse(order, mediaUrl)
    return c.body(streams.open({ orderId, reader, render, isAllowed }), 200, HEADERS)
  })
}

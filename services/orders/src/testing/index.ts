import { expect } from 'bun:test'
import type { Bearer } from '@shop/shared/auth'
import {
  MEDIA_URL,
  cookieOf,
  eventually,
  newProductEvent,
  newUser,
  serverEvents,
  startTestService,
} from '@shop/shared/testing'
import type { OrdersConfig } from '../config.ts'
import { ordersService } from '../service.ts'
import type { StreamOptions } from '../streams/order-streams.ts'

/** The orders service on the stack's servers, with helpers for its tests. */
export async function startTestOrders(
  overrides: Partial<OrdersConfig> = {},
  streams: Partial<StreamOptions> = {},
) {
  const service = await startTestService('orders', ordersService(streams), {
    PUBLIC_MEDIA_URL: MEDIA_URL,
    ...overrides,
  })
  const server = Bun.serve({ hostname: '127.0.0.1', port: 0, fetch: service.fetch })
  return {
    ...service,

    async stop(): Promise<void> {
      await server.stop(true)
      await service.stop()
    },

    /** Publishes a product and waits until the service has copied it. */
    async knownProduct(fields: Parameters<typeof newProductEvent>[0] = {}) {
      const known = newProductEvent(fields)
      await service.publish('product:created', known)
      await eventually(async () =>
        expect(
          await service.db.collection('products').countDocuments({ _id: known.id as never }),
        ).toBe(1),
      )
      return known
    },

    /** Places an order of one product. */
    async placedOrder(buyer = newUser()) {
      const { id: productId } = await this.knownProduct()
      const json = { items: [{ productId, quantity: 2 }] }
      const { status, body } = await service.call('POST', '/api/orders', { as: buyer, json })
      expect(status).toBe(201)
      return { buyer, order: body, path: `/api/orders/${body.id}` }
    },

    /** Follows an order over a connection, as a browser does. */
    async follow({ path, buyer }: { path: string; buyer: Bearer }, as = buyer) {
      const stop = new AbortController()
      const headers = { cookie: await cookieOf(as, service.jwtKey) }
      const url = new URL(`${path}/events`, server.url)
      const response = await fetch(url, { headers, signal: stop.signal })
      expect(response.status).toBe(200)
      const events = serverEvents(response)
      const next = async () => (await events.next()).value
      return { response, next, leave: () => stop.abort() }
    },

    async countStreams(): Promise<number> {
      const metrics = await (await service.fetch(new Request('http://shop/metrics'))).text()
      return Number(/^order_streams (\d+)$/m.exec(metrics)?.[1])
    },
  }
}

export type TestOrders = Awaited<ReturnType<typeof startTestOrders>>

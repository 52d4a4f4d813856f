import { expect } from 'bun:test'
import type { Bearer } from '@shop/shared/auth'
import {
  MEDIA_URL,
  cookieOf,
  eventually,
  newId,
  newProductEvent,
  newUser,
  serverEvents,
  startTestService,
} from '@shop/shared/testing'
import type { OrdersConfig } from '../config.ts'
import { ordersService } from '../service.ts'
import type { StreamOptions } from '../streams/order-streams.ts'

const ADDRESS = { name: 'A', line1: 'B', city: 'C', postalCode: '1', country: 'DE' }
const EMAIL = 'guest@example.com'

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

    /** A paid order with an address: one line of each seller, of one unit, two units, and so on. */
    async paidOrder(sellers: Bearer[], buyer = newUser()) {
      const products = await Promise.all(
        sellers.map(({ sub }) => this.knownProduct({ userId: sub })),
      )
      const items = products.map(({ id }, i) => ({ productId: id, quantity: i + 1 }))
      const json = { items, address: ADDRESS, ...(buyer.role === 'guest' && { email: EMAIL }) }
      const placed = await service.call('POST', '/api/orders', { as: buyer, json })
      expect(placed.status).toBe(201)
      const path = `/api/orders/${placed.body.id}`
      const payment = { id: newId(), orderId: placed.body.id, userId: buyer.sub, items: [] }
      await service.publish('payment:created', { ...payment, stripeId: 'ch_1' })
      let order = placed.body
      await eventually(async () => {
        order = (await service.call('GET', path, { as: buyer })).body
        expect(order.status).toBe('Complete')
      })
      return { buyer, order, path, sold: `/api/orders/sold/${order.id}` }
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

import { expect } from 'bun:test'
import type { EventOf } from '@shop/shared/contracts'
import { eventually, newId, newUser, startTestService } from '@shop/shared/testing'
import type { OrdersConfig } from './config.ts'
import { createOrders } from './service.ts'

const MEDIA_URL = 'https://media.example'

/** The orders service on the stack's servers, with what its tests ask of it again and again. */
export async function startTestOrders(overrides: Partial<OrdersConfig> = {}) {
  const service = await startTestService('orders', createOrders, {
    PUBLIC_MEDIA_URL: MEDIA_URL,
    ...overrides,
  })
  const product = (fields: Partial<EventOf<'product:created'>> = {}) => ({
    id: newId(),
    title: 'Teapot',
    price: 12.5,
    quantity: 10,
    available: 10,
    imageUrl: `${MEDIA_URL}/product-images/products/teapot-1200.webp`,
    category: null,
    archived: false,
    userId: newId(),
    version: 0,
    ...fields,
  })
  return {
    ...service,
    product,

    /** A product that the service knows of. */
    async knownProduct(fields: Parameters<typeof product>[0] = {}) {
      const known = product(fields)
      await service.publish('product:created', known)
      await eventually(async () =>
        expect(
          await service.db.collection('products').countDocuments({ _id: known.id as never }),
        ).toBe(1),
      )
      return known
    },

    /** An order of one product, and its buyer. */
    async placedOrder(buyer = newUser()) {
      const { id: productId } = await this.knownProduct()
      const json = { items: [{ productId, quantity: 2 }] }
      const { status, body } = await service.call('POST', '/api/orders', { as: buyer, json })
      expect(status).toBe(201)
      return { buyer, order: body, path: `/api/orders/${body.id}` }
    },
  }
}

export type TestOrders = Awaited<ReturnType<typeof startTestOrders>>

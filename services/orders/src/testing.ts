import { expect } from 'bun:test'
import {
  MEDIA_URL,
  eventually,
  newProductEvent,
  newUser,
  startTestService,
} from '@shop/shared/testing'
import type { OrdersConfig } from './config.ts'
import { createOrders } from './service.ts'

/** The orders service on the stack's servers, with what its tests ask of it again and again. */
export async function startTestOrders(overrides: Partial<OrdersConfig> = {}) {
  const service = await startTestService('orders', createOrders, {
    PUBLIC_MEDIA_URL: MEDIA_URL,
    ...overrides,
  })
  return {
    ...service,

    /** A product that the service knows of. */
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

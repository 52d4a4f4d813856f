import { expect } from 'bun:test'
import { MEDIA_URL, eventually, newProductEvent, startTestService } from '@shop/shared/testing'
import type { CartConfig } from '../config.ts'
import { createCart } from '../service.ts'

/** The cart service on the stack's servers, with helpers for its tests. */
export async function startTestCart(overrides: Partial<CartConfig> = {}) {
  const service = await startTestService('cart', createCart, {
    PUBLIC_MEDIA_URL: MEDIA_URL,
    ...overrides,
  })
  return {
    ...service,

    /** Publishes a product and waits until the service has copied it. */
    async knownProduct(fields: Parameters<typeof newProductEvent>[0] = {}) {
      const known = newProductEvent(fields)
      await service.publish('product:created', known)
      const isThere = { _id: known.id as never, version: known.version }
      await eventually(async () =>
        expect(await service.db.collection('products').countDocuments(isThere)).toBe(1),
      )
      return known
    },
  }
}

export type TestCart = Awaited<ReturnType<typeof startTestCart>>

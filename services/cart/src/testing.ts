import { expect } from 'bun:test'
import type { PayloadOf } from '@shop/shared/contracts'
import { eventually, newId, startTestService } from '@shop/shared/testing'
import { createCart } from './service.ts'

const MEDIA_URL = 'https://media.example'

/** The cart service on the stack's servers, with what its tests ask of it again and again. */
export async function startTestCart() {
  const service = await startTestService('cart', createCart, { PUBLIC_MEDIA_URL: MEDIA_URL })
  const product = (fields: Partial<PayloadOf<'product:created'>> = {}) => ({
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
      const isThere = { _id: known.id as never, version: known.version }
      await eventually(async () =>
        expect(await service.db.collection('products').countDocuments(isThere)).toBe(1),
      )
      return known
    },
  }
}

export type TestCart = Awaited<ReturnType<typeof startTestCart>>

import { afterAll, beforeAll, expect, test } from 'bun:test'
import { newId } from '@shop/shared/testing'
import fc from 'fast-check'
import { CartRepository } from './cart-repository.ts'
import { subtract } from './domain/cart.ts'
import { KEPT_APPLIED } from './subtraction.ts'
import { startTestCart, type TestCart } from './testing/index.ts'

let service: TestCart
let carts: CartRepository
beforeAll(async () => {
  service = await startTestCart()
  carts = new CartRepository(service.db)
})
afterAll(() => service.stop())

const stored = (userId: string) => service.db.collection('carts').findOne({ _id: userId as never })

const put = (userId: string, fields: object) =>
  service.db.collection('carts').insertOne({ _id: userId as never, userId, version: 1, ...fields })

const line = fc.record({
  productId: fc.constantFrom('a', 'b', 'c', '$d'),
  quantity: fc.integer({ min: 1, max: 5 }),
})

test('the update subtracts as the domain does', async () => {
  const lines = fc.uniqueArray(line, { selector: ({ productId }) => productId })
  await fc.assert(
    fc.asyncProperty(lines, fc.array(line), async (all, bought) => {
      const [userId, paymentId] = [newId(), newId()]
      const items = all.map((each) => ({ ...each, seenPrice: 1250 }))
      await put(userId, { items, applied: ['earlier'] })
      await carts.removeBought(userId, paymentId, bought)
      expect(await stored(userId)).toMatchObject({
        items: subtract(items, bought),
        applied: ['earlier', paymentId],
        version: 2,
      })
    }),
    { numRuns: 50 },
  )
})

test('a cart remembers the last 500 payments', async () => {
  const [userId, paymentId] = [newId(), newId()]
  const applied = Array.from({ length: KEPT_APPLIED }, (_, n) => `payment ${n}`)
  await put(userId, { items: [], applied })
  await carts.removeBought(userId, paymentId, [])
  expect((await stored(userId))?.['applied']).toEqual([...applied.slice(1), paymentId])
})

import { afterAll, beforeAll, expect, test } from 'bun:test'
import { newUser } from '@shop/shared/testing'
import { startTestCart, type TestCart } from '../testing/index.ts'

let service: TestCart
beforeAll(async () => (service = await startTestCart()))
afterAll(() => service.stop())

test('DELETE /api/cart/items/:id removes the line, also when there is none', async () => {
  const as = newUser()
  const { id: productId } = await service.knownProduct()
  await service.call('POST', '/api/cart/items', { as, json: { productId, quantity: 2 } })
  for (let i = 0; i < 2; i += 1) {
    const response = await service.call('DELETE', `/api/cart/items/${productId}`, { as })
    expect(response.status).toBe(200)
    expect(response.body.items).toEqual([])
  }
  expect((await service.call('DELETE', '/api/cart/items/x', { as })).status).toBe(404)
  expect((await service.call('DELETE', `/api/cart/items/${productId}`)).status).toBe(401)
})

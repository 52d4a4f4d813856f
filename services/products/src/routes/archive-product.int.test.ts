import { afterAll, beforeAll, expect, test } from 'bun:test'
import { eventually, newId, newUser, type TestService } from '@shop/shared/testing'
import { sellNew, startProducts } from '../testing/index.ts'

let service: TestService
beforeAll(async () => (service = await startProducts()))
afterAll(() => service.stop())

const seller = newUser()
const archive = (id: string, as = seller) => service.call('DELETE', `/api/products/${id}`, { as })
const show = async (id: string) => (await service.call('GET', `/api/products/${id}`)).body

test('DELETE /api/products/:id archives the product, which can still be read', async () => {
  const published = service.published('product:updated')
  const id = await sellNew(service, 5, seller)
  const { status, body } = await archive(id)
  expect([status, body]).toEqual([204, ''])
  expect(await show(id)).toMatchObject({ archived: true, quantity: 5, version: 1 })
  const { body: list } = await service.call('GET', '/api/products')
  expect(list.some((product: { id: string }) => product.id === id)).toBe(false)
  await eventually(() => expect(published.find((event) => event.id === id)?.archived).toBe(true))
})

test('DELETE /api/products/:id is idempotent', async () => {
  const id = await sellNew(service, 5, seller)
  await archive(id)
  expect((await archive(id)).status).toBe(204)
  expect((await show(id)).version).toBe(1)
})

test('DELETE /api/products/:id is for the owner and admins', async () => {
  const id = await sellNew(service, 5, seller)
  expect((await service.call('DELETE', `/api/products/${id}`)).status).toBe(401)
  expect((await archive(id, newUser('guest'))).status).toBe(403)
  expect((await archive(id, newUser())).status).toBe(403)
  expect((await show(id)).archived).toBe(false)
  expect((await archive(id, newUser('admin'))).status).toBe(204)
})

test('DELETE /api/products/:id returns 404 for unknown ids', async () => {
  for (const id of [newId(), 'abc']) expect((await archive(id)).status).toBe(404)
})

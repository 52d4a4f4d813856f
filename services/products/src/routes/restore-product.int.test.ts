import { afterAll, beforeAll, expect, test } from 'bun:test'
import { eventually, newId, newUser, type TestService } from '@shop/shared/testing'
import { sellNew, startProducts } from '../testing/index.ts'

let service: TestService
beforeAll(async () => (service = await startProducts()))
afterAll(() => service.stop())

const seller = newUser()
const restore = (id: string, as = seller) =>
  service.call('POST', `/api/products/${id}/restore`, { as })

async function archived(): Promise<string> {
  const id = await sellNew(service, 5, seller)
  await service.call('DELETE', `/api/products/${id}`, { as: seller })
  return id
}

test('POST /api/products/:id/restore restores the product', async () => {
  const published = service.published('product:updated')
  const id = await archived()
  const { status, body } = await restore(id)
  expect(status).toBe(200)
  expect(body).toMatchObject({ id, archived: false, quantity: 5, version: 2 })
  const { body: list } = await service.call('GET', '/api/products')
  expect(list.some((product: { id: string }) => product.id === id)).toBe(true)
  await eventually(() =>
    expect(published.findLast((event) => event.id === id)).toMatchObject({
      archived: false,
      version: 2,
    }),
  )
})

test('POST /api/products/:id/restore is idempotent', async () => {
  const id = await archived()
  await restore(id)
  const { status, body } = await restore(id)
  expect([status, body.archived, body.version]).toEqual([200, false, 2])
})

test('POST /api/products/:id/restore is for the owner and admins', async () => {
  const id = await archived()
  expect((await service.call('POST', `/api/products/${id}/restore`)).status).toBe(401)
  expect((await restore(id, newUser('guest'))).status).toBe(403)
  expect((await restore(id, newUser())).status).toBe(403)
  expect((await service.call('GET', `/api/products/${id}`)).body.archived).toBe(true)
  expect((await restore(id, newUser('admin'))).status).toBe(200)
})

test('POST /api/products/:id/restore returns 404 for unknown ids', async () => {
  for (const id of [newId(), 'abc']) expect((await restore(id)).status).toBe(404)
})

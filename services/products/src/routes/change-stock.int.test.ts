import { afterAll, beforeAll, expect, test } from 'bun:test'
import { eventually, newId, newUser, type TestService } from '@shop/shared/testing'
import {
  ledgerOf,
  newPayment,
  replicaOf,
  sellNew,
  startProducts,
  stockOf,
} from '../testing/index.ts'

let service: TestService
beforeAll(async () => (service = await startProducts()))
afterAll(() => service.stop())

const seller = newUser()
const change = (id: string, delta: unknown, reason: unknown = 'count', as = seller) =>
  service.call('POST', `/api/products/${id}/stock`, { as, json: { delta, reason } })

test('POST /api/products/:id/stock changes quantity and availability and publishes them', async () => {
  const published = service.published('product:updated')
  const id = await sellNew(service, 10, seller)
  await replicaOf(service).authorized(newPayment({ [id]: 4 }))
  const more = await change(id, 5, 'delivery')
  expect(more.status).toBe(200)
  expect(more.body).toMatchObject({ id, quantity: 15, available: 11, version: 1 })
  expect((await service.call('GET', `/api/products/${id}`)).body).toEqual(more.body)
  const less = await change(id, -11, 'damage')
  expect(less.body).toMatchObject({ quantity: 4, available: 0, version: 2 })
  await eventually(() =>
    expect(published.findLast((event) => event.id === id)).toMatchObject({
      available: 0,
      version: 2,
    }),
  )
})

test('POST /api/products/:id/stock returns 409 for reserved stock and records nothing', async () => {
  const id = await sellNew(service, 10, seller)
  await replicaOf(service).authorized(newPayment({ [id]: 4 }))
  const { status, body } = await change(id, -7, 'damage')
  expect([status, body.type]).toEqual([409, '/problems/stock-held'])
  expect(body.detail).toBe('Only 6 available; 4 are reserved for orders')
  expect(await stockOf(service, id)).toMatchObject({ quantity: 10, available: 6, version: 0 })
  expect(await ledgerOf(service, id)).toHaveLength(1)
})

test('POST /api/products/:id/stock refuses more than a million', async () => {
  const id = await sellNew(service, 10, seller)
  const { status, body } = await change(id, 999_991, 'delivery')
  expect([status, body.errors[0].field]).toEqual([400, 'delta'])
  expect((await change(id, 999_990, 'delivery')).body.quantity).toBe(1_000_000)
})

test.each([
  ['delta', 0, 'count'],
  ['delta', 1.5, 'count'],
  ['delta', '5', 'count'],
  ['delta', null, 'count'],
  ['delta', -1_000_001, 'count'],
  ['delta', { $gt: 0 }, 'count'],
  ['reason', 1, 'sale'],
  ['reason', 1, null],
])('POST /api/products/:id/stock refuses the %s of %p for %p', async (field, delta, reason) => {
  const { status, body } = await change(await sellNew(service, 1, seller), delta, reason)
  expect([status, body.errors[0].field]).toEqual([400, field])
})

test('POST /api/products/:id/stock is for the owner only', async () => {
  const id = await sellNew(service, 5, seller)
  const json = { delta: 1, reason: 'count' }
  expect((await service.call('POST', `/api/products/${id}/stock`, { json })).status).toBe(401)
  for (const as of [newUser('guest'), newUser(), newUser('admin')])
    expect((await change(id, 1, 'count', as)).status).toBe(403)
  expect(await stockOf(service, id)).toMatchObject({ quantity: 5, version: 0 })
  const asOnceGuest = { ...newUser(), guestIds: [seller.sub] }
  expect((await change(id, 1, 'count', asOnceGuest)).status).toBe(200)
  expect((await ledgerOf(service, id)).at(-1)?.by).toBe(asOnceGuest.sub)
})

test('POST /api/products/:id/stock returns 404 for unknown ids', async () => {
  for (const id of [newId(), 'abc']) expect((await change(id, 1)).status).toBe(404)
})

test('POST /api/products/:id/stock returns 415 and 413 for unsupported and large bodies', async () => {
  const path = `/api/products/${await sellNew(service, 5, seller)}/stock`
  const call = { as: seller, body: 'x', headers: { 'content-type': 'text/plain' } }
  expect((await service.call('POST', path, call)).status).toBe(415)
  const json = { delta: 1, reason: 'x'.repeat(70_000) }
  expect((await service.call('POST', path, { as: seller, json })).status).toBe(413)
})

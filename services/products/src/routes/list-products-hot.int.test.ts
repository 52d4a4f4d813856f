import { afterAll, beforeAll, expect, test } from 'bun:test'
import { eventually, newUser, type TestService } from '@shop/shared/testing'
import {
  captured,
  newPayment,
  readsOf,
  replicaOf,
  sellNew,
  startProducts,
} from '../testing/index.ts'

let service: TestService
beforeAll(async () => (service = await startProducts()))
afterAll(() => service.stop())

const seller = newUser()
const list = (query = '', headers: Record<string, string> = {}) =>
  service.call('GET', `/api/products${query}`, { headers })
const first = async () => (await list('?limit=1')).body.items[0]

test('concurrent requests for the first page cause one command', async () => {
  await sellNew(service, 5)
  const reads = await readsOf(service, async () => {
    const responses = await Promise.all(Array.from({ length: 20 }, () => list('?limit=3')))
    for (const { body } of responses) expect(body).toEqual(responses[0]?.body)
  })
  expect(reads).toHaveLength(1)
})

test('own writes are visible at once', async () => {
  const id = await sellNew(service, 5, seller)
  const path = `/api/products/${id}`
  expect(await first()).toMatchObject({ id, title: 'Mug' })
  await service.call('PUT', path, { as: seller, json: { title: 'Cup', price: 1 } })
  expect(await first()).toMatchObject({ id, title: 'Cup' })
  await service.call('DELETE', path, { as: seller })
  expect(await first()).not.toMatchObject({ id })
})

test('reserved and sold stock is visible at once', async () => {
  const id = await sellNew(service, 5, seller)
  const payment = newPayment({ [id]: 2 })
  await first()
  await service.publish('payment:authorized', payment)
  await eventually(async () =>
    expect((await service.call('GET', `/api/products/${id}`)).body.available).toBe(3),
  )
  expect(await first()).toMatchObject({ id, quantity: 5, available: 3 })
  await service.publish('payment:created', captured(payment))
  await eventually(async () => expect(await first()).toMatchObject({ quantity: 3, available: 3 }))
})

test('writes of another replica become visible', async () => {
  const id = await sellNew(service, 5, seller)
  await first()
  await replicaOf(service).authorized(newPayment({ [id]: 1 }))
  await eventually(async () => expect(await first()).toMatchObject({ id, available: 4 }))
})

test('GET /api/products returns 304 for an unchanged page', async () => {
  await sellNew(service, 5, seller)
  for (const query of ['', '?limit=2', '?limit=2&q=mug']) {
    const { headers, body } = await list(query)
    const etag = headers.get('etag') ?? ''
    expect([etag.length > 2, headers.get('cache-control')]).toEqual([true, 'no-cache'])
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`]) {
      const again = await list(query, { 'if-none-match': known })
      expect([again.status, again.body, again.headers.get('etag')]).toEqual([304, '', etag])
      expect(again.headers.get('link')).toBe(headers.get('link'))
    }
    expect((await list(query, { 'if-none-match': '"other"' })).body).toEqual(body)
    await sellNew(service, 5, seller)
    expect((await list(query, { 'if-none-match': etag })).status).toBe(200)
  }
})

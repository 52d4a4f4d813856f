import { afterAll, beforeAll, expect, test } from 'bun:test'
import { eventually, newId, newUser, type TestService } from '@shop/shared/testing'
import { form, newPayment, sellNew, startProducts, stockOf } from '../testing/index.ts'

let service: TestService
beforeAll(async () => (service = await startProducts()))
afterAll(() => service.stop())

const seller = newUser()
const edit = (id: string, changes: object, as = seller) =>
  service.call('PUT', `/api/products/${id}`, {
    as,
    json: { title: 'Mug', price: 12.5, ...changes },
  })

async function hold(productId: string, quantity: number) {
  await service.publish('payment:authorized', newPayment({ [productId]: quantity }))
  await eventually(async () => expect((await stockOf(service, productId)).holds).toHaveLength(1))
}

test('PUT /api/products/:id changes the given fields and keeps the others', async () => {
  const id = await sellNew(service, 5, seller)
  const { status, body } = await edit(id, { price: 9.99, category: 'home' })
  expect(status).toBe(200)
  const expected = { title: 'Mug', price: 9.99, category: 'home', quantity: 5, version: 1 }
  expect(body).toMatchObject(expected)
  expect((await service.call('GET', `/api/products/${id}`)).body).toEqual(body)
})

test('PUT /api/products/:id publishes product:updated', async () => {
  const published = service.published('product:updated')
  const id = await sellNew(service, 5, seller)
  await edit(id, { title: 'Cup', quantity: 7 })
  await eventually(() =>
    expect(published.findLast((event) => event.id === id)).toMatchObject({
      title: 'Cup',
      quantity: 7,
      available: 7,
      version: 1,
    }),
  )
})

test.each(['title', 'price'])('PUT /api/products/:id returns 400 without a %s', async (missing) => {
  const id = await sellNew(service, 5, seller)
  const json = await edit(id, { [missing]: undefined, quantity: 6 })
  const fields = { title: 'Mug', price: '12.5', quantity: '6' }
  const given = Object.entries(fields).filter(([name]) => name !== missing)
  const body = form(Object.fromEntries(given))
  const multipart = await service.call('PUT', `/api/products/${id}`, { as: seller, body })
  for (const response of [json, multipart]) {
    expect([response.status, response.body.errors[0].field]).toEqual([400, missing])
  }
  expect((await service.call('GET', `/api/products/${id}`)).body.version).toBe(0)
})

test('PUT /api/products/:id with the current values changes nothing', async () => {
  const id = await sellNew(service, 5, seller)
  for (const json of [{}, { quantity: 5 }, { version: 0 }]) {
    const { status, body } = await edit(id, json)
    expect([status, body.version]).toEqual([200, 0])
  }
})

test('PUT /api/products/:id returns 409 for a quantity below the reserved stock', async () => {
  const id = await sellNew(service, 10, seller)
  await hold(id, 4)
  const more = await edit(id, { quantity: 12 })
  expect(more.body).toMatchObject({ quantity: 12, available: 8 })
  const tooLow = await edit(id, { quantity: 3 })
  expect([tooLow.status, tooLow.body.type]).toEqual([409, '/problems/stock-held'])
  const lowest = await edit(id, { quantity: 4 })
  expect(lowest.body).toMatchObject({ quantity: 4, available: 0 })
})

test('PUT /api/products/:id returns 409 for a stale version', async () => {
  const id = await sellNew(service, 5, seller)
  expect((await edit(id, { title: 'Cup', version: 0 })).status).toBe(200)
  const stale = await edit(id, { title: 'Bowl', version: 0 })
  expect([stale.status, stale.body.type]).toEqual([409, '/problems/version-conflict'])
  expect((await edit(id, { title: 'Bowl', version: 1 })).body.title).toBe('Bowl')
})

test('of many edits of one version at once exactly one succeeds', async () => {
  const id = await sellNew(service, 5, seller)
  const edits = Array.from({ length: 10 }, (_, i) => edit(id, { title: `Mug ${i}`, version: 0 }))
  const responses = await Promise.all(edits)
  expect(responses.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(responses.filter(({ status }) => status === 409)).toHaveLength(9)
  expect((await stockOf(service, id)).version).toBe(1)
})

test('concurrent edits of the quantity each succeed completely or are refused', async () => {
  const id = await sellNew(service, 100, seller)
  const wanted = Array.from({ length: 20 }, (_, i) => 101 + i)
  const responses = await Promise.all(wanted.map((quantity) => edit(id, { quantity })))
  const written = responses.filter(({ status }) => status === 200)
  for (const [i, { status, body }] of responses.entries())
    expect(status === 200 ? body.quantity : body.type).toBe(
      status === 200 ? wanted[i] : '/problems/version-conflict',
    )
  const { quantity, available, version } = await stockOf(service, id)
  expect(version).toBe(written.length)
  expect(available).toBe(quantity)
  expect(wanted).toContain(quantity)
})

test.each([
  ['price', 0],
  ['price', '5'],
  ['quantity', -1],
  ['title', ' '],
  ['available', 5],
  ['version', -1],
  ['holds', []],
])('PUT /api/products/:id refuses the %s %p', async (field, value) => {
  const { status, body } = await edit(await sellNew(service, 1, seller), { [field]: value })
  expect([status, body.errors[0].field]).toEqual([400, field])
})

test('PUT /api/products/:id is for the owner only', async () => {
  const id = await sellNew(service, 5, seller)
  const path = `/api/products/${id}`
  expect((await service.call('PUT', path, { json: { title: 'x' } })).status).toBe(401)
  expect((await edit(id, { title: 'x' }, newUser('guest'))).status).toBe(403)
  expect((await edit(id, { title: 'x' }, newUser())).status).toBe(403)
  expect((await edit(id, { title: 'x' }, newUser('admin'))).status).toBe(403)
  const asOnceGuest = { ...newUser(), guestIds: [seller.sub] }
  expect((await edit(id, { title: 'Mine' }, asOnceGuest)).status).toBe(200)
})

test('PUT /api/products/:id returns 404 for unknown ids', async () => {
  for (const id of [newId(), 'abc', '%00', '..%2f'])
    expect((await edit(id, { title: 'x' })).status).toBe(404)
})

test('PUT /api/products/:id returns 415 and 413 for unsupported and large bodies', async () => {
  const id = await sellNew(service, 5, seller)
  const call = { as: seller, body: 'x', headers: { 'content-type': 'text/plain' } }
  expect((await service.call('PUT', `/api/products/${id}`, call)).status).toBe(415)
  expect((await edit(id, { description: 'x'.repeat(7_000_000) })).status).toBe(413)
})

import { afterAll, beforeAll, expect, test } from 'bun:test'
import { ProductResponse } from '@shop/shared/contracts'
import { eventually, newUser, type TestService } from '@shop/shared/testing'
import * as v from 'valibot'
import { form, startProducts } from '../testing/index.ts'

let service: TestService
beforeAll(async () => (service = await startProducts()))
afterAll(() => service.stop())

const seller = newUser()
const mug = { title: 'Mug', price: 19.99, quantity: 5 }
const create = (json: unknown, as = seller) => service.call('POST', '/api/products', { as, json })

test('POST /api/products creates a product', async () => {
  const { status, body } = await create({ ...mug, title: ' Mug ', category: 'kitchen' })
  expect(status).toBe(201)
  expect(v.parse(ProductResponse, body)).toEqual(body)
  expect(body).toMatchObject({ ...mug, available: 5, category: 'kitchen', description: '' })
  expect(body).toMatchObject({ userId: seller.sub, version: 0, archived: false, images: [] })
  expect(body.imageUrl).toBeNull()
  expect((await service.call('GET', `/api/products/${body.id}`)).body).toEqual(body)
})

test('POST /api/products sets the seller’s name if there is one', async () => {
  const { body } = await create(mug, { ...newUser(), name: 'The Potter' })
  expect(body.sellerName).toBe('The Potter')
})

test('POST /api/products publishes product:created', async () => {
  const published = service.published('product:created')
  const { body } = await create({ ...mug, title: 'Told' })
  await eventually(() =>
    expect(published.find(({ id }) => id === body.id)).toMatchObject({
      id: body.id,
      title: 'Told',
      price: 19.99,
      quantity: 5,
      available: 5,
      imageUrl: null,
      category: null,
      archived: false,
      userId: seller.sub,
      version: 0,
    }),
  )
})

const refused: [string, string, unknown][] = [
  ['empty', 'title', ''],
  ['long', 'title', 'x'.repeat(201)],
  ['operator for a', 'title', { $gt: '' }],
  ['missing', 'title', undefined],
  ['zero', 'price', 0],
  ['third decimal in a', 'price', 1.005],
  ['text for a', 'price', '19.99'],
  ['large', 'price', 1_000_000],
  ['negative', 'quantity', -1],
  ['broken', 'quantity', 1.5],
  ['null', 'quantity', null],
  ['large', 'quantity', 1_000_001],
  ['unknown', 'category', 'weapons'],
  ['long', 'description', 'x'.repeat(5001)],
  ['given', 'userId', seller.sub],
  ['given', 'version', 3],
]
test.each(refused)('POST /api/products refuses a(n) %s %s', async (_, field, value) => {
  const { status, body, headers } = await create({ ...mug, [field]: value })
  expect([status, body.type]).toEqual([400, '/problems/validation'])
  expect(body.errors[0].field).toBe(field)
  expect(headers.get('content-type')).toBe('application/problem+json')
})

test.each(['{"title":', '[]', 'null', '"text"', ''])(
  'POST /api/products refuses the body %p',
  async (text) => {
    const headers = { 'content-type': 'application/json' }
    const response = await service.call('POST', '/api/products', {
      as: seller,
      body: text,
      headers,
    })
    expect(response.status).toBe(400)
  },
)

test('POST /api/products refuses keys for prototype pollution', async () => {
  const body = '{"title":"Mug","price":1,"quantity":1,"__proto__":{"role":"admin"}}'
  const headers = { 'content-type': 'application/json' }
  const response = await service.call('POST', '/api/products', { as: seller, body, headers })
  expect(response.status).toBe(400)
})

test('POST /api/products is for users only', async () => {
  expect((await service.call('POST', '/api/products', { json: mug })).status).toBe(401)
  expect((await create(mug, newUser('guest'))).status).toBe(403)
})

test('POST /api/products returns 415 for anything but JSON and multipart', async () => {
  const send = (headers: Record<string, string>) =>
    service.call('POST', '/api/products', { as: seller, body: JSON.stringify(mug), headers })
  expect((await send({ 'content-type': 'text/plain' })).status).toBe(415)
  expect((await send({ 'content-type': 'application/x-www-form-urlencoded' })).status).toBe(415)
  const encoded = { 'content-type': 'application/json', 'content-encoding': 'gzip' }
  expect((await send(encoded)).status).toBe(415)
})

test('POST /api/products returns 413 for JSON above 64 KiB and a form above 6 MiB', async () => {
  const { status, body } = await create({ ...mug, description: 'x'.repeat(64 * 1024) })
  expect([status, body.type]).toEqual([413, '/problems/payload-too-large'])
  const data = form(
    { ...mug, title: 'Mug', price: '1', quantity: '1' },
    Buffer.alloc(6 * 1024 * 1024),
  )
  const large = await service.call('POST', '/api/products', { as: seller, body: data })
  expect(large.status).toBe(413)
})

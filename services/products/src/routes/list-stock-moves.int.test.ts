import { afterAll, beforeAll, expect, test } from 'bun:test'
import { eventually, newId, newUser, type TestService } from '@shop/shared/testing'
import {
  captured,
  newPayment,
  refunded,
  replicaOf,
  sellNew,
  startProducts,
  stockDepsOf,
} from '../testing/index.ts'

let service: TestService
beforeAll(async () => (service = await startProducts()))
afterAll(() => service.stop())

const seller = newUser()
const list = (id: string, query = '', as = seller) =>
  service.call('GET', `/api/products/${id}/stock${query}`, { as })
const reasonsOf = (items: { reason: string; delta: number }[]) =>
  items.map(({ reason, delta }) => [reason, delta])

/** A product whose stock was changed in every way. */
async function changedProduct() {
  const id = await sellNew(service, 10, seller)
  const path = `/api/products/${id}`
  const replica = replicaOf(service)
  const payment = newPayment({ [id]: 2 })
  await replica.authorized(payment)
  await replica.created(captured(payment))
  await service.call('POST', `${path}/stock`, {
    as: seller,
    json: { delta: 5, reason: 'delivery' },
  })
  const json = { title: '$mug', price: 12.5, quantity: 12 }
  expect((await service.call('PUT', path, { as: seller, json })).body.title).toBe('$mug')
  await replica.refunded(refunded(payment))
  return { id, payment }
}

const ALL = [
  ['return', 2],
  ['edit', -1],
  ['delivery', 5],
  ['sale', -2],
  ['opening', 10],
]

test('GET /api/products/:id/stock lists every change, the newest first, recorded or not', async () => {
  const { id, payment } = await changedProduct()
  const { status, body } = await list(id)
  expect([status, reasonsOf(body)]).toEqual([200, ALL])
  const { sub: by } = seller
  const { orderId } = payment
  expect(body).toMatchObject([
    { after: 14, orderId },
    { after: 12, by },
    { after: 13, by },
    { after: 8, orderId },
    { after: 10, by },
  ])
  const { pending } = stockDepsOf(service)
  await eventually(async () => expect(await pending.of(id)).toEqual([]))
  expect((await list(id)).body).toEqual(body)
})

test('pages continue where the page before ended, whatever was recorded in between', async () => {
  const { id } = await changedProduct()
  const { pending } = stockDepsOf(service)
  const seen: { reason: string; delta: number }[] = []
  let cursor = ''
  for (let page = 0; page < 3; page += 1) {
    const { body } = await list(id, `?limit=2${cursor}`)
    seen.push(...body.items)
    cursor = `&cursor=${body.nextCursor}`
    if (page === 0) await eventually(async () => expect(await pending.of(id)).toEqual([]))
  }
  expect([reasonsOf(seen), cursor]).toEqual([ALL, '&cursor=null'])
})

test('entries of earlier releases are listed, page by page', async () => {
  const id = await sellNew(service, 3, seller)
  const entry = { productId: id, reason: 'count', by: seller.sub, at: new Date(), version: -2 }
  await service.db
    .collection('stockmoves')
    .insertMany([1, 2, 3].map((after) => ({ ...entry, delta: 1, after })))
  const first = (await list(id, '?limit=3')).body
  const next = (await list(id, `?limit=3&cursor=${first.nextCursor}`)).body
  const afters = [...first.items, ...next.items].map(({ after }: { after: number }) => after)
  expect(afters).toEqual([3, 3, 2, 1])
})

test('GET /api/products/:id/stock is for the owner only', async () => {
  const id = await sellNew(service, 5, seller)
  expect((await service.call('GET', `/api/products/${id}/stock`)).status).toBe(401)
  for (const as of [newUser('guest'), newUser(), newUser('admin')])
    expect((await list(id, '', as)).status).toBe(403)
  expect((await list(newId())).status).toBe(404)
})

test.each([
  '?limit=0',
  '?limit=101',
  '?cursor=x',
  '?cursor=WyJ4IiwiNjRiN2YwYzJhMWIyYzNkNGU1ZjYwNzA4Il0',
])('GET /api/products/:id/stock returns 400 for %s', async (query) => {
  const { status, body } = await list(await sellNew(service, 5, seller), query)
  expect([status, body.type]).toEqual([400, '/problems/validation'])
})

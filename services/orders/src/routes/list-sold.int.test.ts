import { afterAll, beforeAll, expect, test } from 'bun:test'
import { SoldOrderResponse } from '@shop/shared/contracts'
import { eventually, newId, newUser } from '@shop/shared/testing'
import { safeParse } from 'valibot'
import { startTestOrders, type TestOrders } from '../testing/index.ts'

let service: TestOrders

beforeAll(async () => {
  service = await startTestOrders()
})

afterAll(() => service.stop())

type User = ReturnType<typeof newUser>
const SOLD = '/api/orders/sold'
const address = { name: 'A', line1: 'B', city: 'C', postalCode: '1', country: 'DE' }

const sold = (as: User, query = '') => service.call('GET', SOLD + query, { as })
const idsOf = (orders: { id: string }[]) => orders.map(({ id }) => id)

async function buy(sellers: User[], buyer = newUser()) {
  const products = await Promise.all(
    sellers.map(({ sub }) => service.knownProduct({ userId: sub })),
  )
  const items = products.map(({ id }, i) => ({ productId: id, quantity: i + 1 }))
  const json = { items, address }
  const { status, body } = await service.call('POST', '/api/orders', { as: buyer, json })
  expect(status).toBe(201)
  return { buyer, order: body, path: `/api/orders/${body.id}` }
}

async function pay({ order, buyer, path }: Awaited<ReturnType<typeof buy>>): Promise<void> {
  const payment = { id: newId(), orderId: order.id, userId: buyer.sub, items: [] }
  await service.publish('payment:authorized', { ...payment, brand: 'visa', last4: '4242' })
  await service.publish('payment:created', { ...payment, stripeId: 'ch_1' })
  await eventually(async () => {
    const { body } = await service.call('GET', path, { as: buyer })
    expect(body).toMatchObject({ status: 'Complete', payment: { last4: '4242' } })
  })
}

test('GET /api/orders/sold shows sellers their own lines and the total of those', async () => {
  const [ann, bob] = [newUser(), newUser()]
  const { order } = await buy([ann, bob])
  for (const [i, seller] of [ann, bob].entries()) {
    const { status, body } = await sold(seller)
    expect(status).toBe(200)
    expect(body).toHaveLength(1)
    expect(safeParse(SoldOrderResponse, body[0]).success).toBe(true)
    expect(body[0]).toMatchObject({ id: order.id, number: order.number, status: 'Created' })
    expect(body[0].items).toEqual([order.items[i]])
    expect([body[0].shipping, body[0].total]).toEqual([0, 12.5 * (i + 1)])
  }
  expect((await sold(newUser())).body).toEqual([])
})

test('GET /api/orders/sold never shows the buyer, and the address only once paid', async () => {
  const seller = newUser()
  const bought = await buy([seller])
  const read = async () => (await sold(seller)).body[0]
  expect(await read()).not.toHaveProperty('address')
  await pay(bought)
  expect((await read()).address).toEqual(address)
  for (const secret of ['userId', 'email', 'payment'])
    expect(await read()).not.toHaveProperty(secret)
  expect(JSON.stringify(await read())).not.toContain(bought.buyer.sub)
  const cancelled = await buy([seller])
  await service.call('DELETE', cancelled.path, { as: cancelled.buyer })
  expect(await read()).toMatchObject({ status: 'Cancelled', reason: 'user' })
  expect(await read()).not.toHaveProperty('address')
})

test('refunds are shown to a seller of the whole order only', async () => {
  const [ann, bob] = [newUser(), newUser()]
  for (const sellers of [[ann], [ann, bob]]) {
    const { order } = await buy(sellers)
    const refund = { id: newId(), orderId: order.id, refundId: 're_1', amount: 5 }
    await service.publish('payment:refunded', { ...refund, items: [], restock: false })
    await eventually(async () => {
      const mine = (await sold(ann)).body[0]
      expect(mine.timeline.at(-1).what).toBe('refunded')
      expect(mine.refunds).toHaveLength(2 - sellers.length)
    })
  }
})

test('GET /api/orders/sold lists the newest first, page by page', async () => {
  const seller = newUser()
  const ids: string[] = []
  for (let i = 0; i < 5; i += 1) ids.unshift((await buy([seller, newUser(), seller])).order.id)
  expect(idsOf((await sold(seller)).body)).toEqual(ids)
  const seen: string[] = []
  let cursor = ''
  do {
    const { body } = await sold(seller, `?limit=2${cursor}`)
    seen.push(...idsOf(body.items))
    cursor = body.nextCursor === null ? '' : `&cursor=${body.nextCursor}`
  } while (cursor !== '')
  expect(seen).toEqual(ids)
})

test('orders placed at the same moment are each listed once', async () => {
  const seller = newUser()
  const ids = []
  for (let i = 0; i < 3; i += 1) ids.unshift((await buy([seller])).order.id)
  const createdAt = new Date()
  await service.db
    .collection('orders')
    .updateMany({ 'items.sellerId': seller.sub }, { $set: { createdAt } })
  const first = await sold(seller, '?limit=1')
  const rest = await sold(seller, `?limit=2&cursor=${first.body.nextCursor}`)
  expect(idsOf([...first.body.items, ...rest.body.items])).toEqual(ids)
  expect(rest.body.nextCursor).toBeNull()
})

test('GET /api/orders/sold is for users only and returns 400 for a bad query', async () => {
  expect((await service.call('GET', SOLD)).status).toBe(401)
  expect((await sold(newUser('guest'))).status).toBe(403)
  for (const query of ['limit=0', 'limit=101', 'cursor=x', 'page=2', 'seller=1'])
    expect((await sold(newUser(), `?${query}`)).status).toBe(400)
})

test('GET /api/orders/sold is sorted by an index', async () => {
  const seller = newUser()
  const { order } = await buy([seller])
  const at = new Date()
  const older = { createdAt: { $lte: at }, $or: [{ createdAt: { $lt: at } }, { _id: order.id }] }
  for (const filter of [{}, older]) {
    const plan = await service.db
      .collection('orders')
      .find({ 'items.sellerId': seller.sub, ...filter })
      .sort({ createdAt: -1, _id: -1 })
      .limit(2)
      .explain('queryPlanner')
    const text = JSON.stringify(plan['queryPlanner'].winningPlan)
    expect(text).toContain('"indexName":"items.sellerId_1_createdAt_-1__id_-1"')
    expect(text).not.toContain('"SORT"')
  }
})

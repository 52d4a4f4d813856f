import { afterAll, beforeAll, expect, test } from 'bun:test'
import { MAX_SEARCH, SoldPageResponse, type SoldCounts } from '@shop/shared/contracts'
import { eventually, newUser } from '@shop/shared/testing'
import { safeParse } from 'valibot'
import { startTestOrders, type TestOrders } from '../testing/index.ts'

let service: TestOrders

beforeAll(async () => {
  service = await startTestOrders()
})

afterAll(() => service.stop())

type User = ReturnType<typeof newUser>
type Paid = Awaited<ReturnType<TestOrders['paidOrder']>>

const NONE: SoldCounts = {
  toSend: 0,
  sent: 0,
  delivered: 0,
  cancelled: 0,
  returns: 0,
  refunded: 0,
  failed: 0,
}

const list = (as: User, query: string) => service.call('GET', `/api/orders/sold?${query}`, { as })
const ids = async (as: User, query: string) =>
  (await list(as, query)).body.items.map(({ id }: { id: string }) => id)
const counts = async (as: User) => (await list(as, 'limit=1')).body.counts
const send = ({ sold }: Paid, as: User) =>
  service.call('PUT', `${sold}/parcel`, { as, json: { carrier: 'dhl' } })
const receive = ({ path, buyer }: Paid, { sub }: User) =>
  service.call('POST', `${path}/parcels/${sub}/received`, { as: buyer })

test('GET /api/orders/sold lists and counts paid orders by what waits in them', async () => {
  const [ann, bob] = [newUser(), newUser()]
  const paid = await service.paidOrder([ann, bob])
  const later = await service.paidOrder([ann])
  // It has to be paid before it is sent.
  const { id: productId } = await service.knownProduct({ userId: ann.sub })
  const unpaid = { items: [{ productId, quantity: 1 }] }
  await service.call('POST', '/api/orders', { as: newUser(), json: unpaid })
  expect(await counts(ann)).toEqual({ ...NONE, toSend: 2 })
  // What is due first comes first.
  expect(await ids(ann, 'status=to-send')).toEqual([paid.order.id, later.order.id])
  expect(await ids(bob, 'status=to-send')).toEqual([paid.order.id])
  await send(paid, ann)
  expect(await counts(ann)).toEqual({ ...NONE, toSend: 1, sent: 1 })
  expect(await counts(bob)).toEqual({ ...NONE, toSend: 1 })
  await receive(paid, ann)
  expect(await ids(ann, 'status=delivered')).toEqual([paid.order.id])
  expect(safeParse(SoldPageResponse, (await list(ann, 'status=sent')).body).success).toBe(true)
})

test('a return, a refund and a failed refund are listed for their seller', async () => {
  const [ann, bob] = [newUser(), newUser()]
  const paid = await service.paidOrder([ann, bob])
  await send(paid, ann)
  const line = { productId: paid.order.items[0].productId, quantity: 1 }
  const key = () => ({ 'idempotency-key': crypto.randomUUID() })
  const json = { lines: [line], reason: 'damaged' }
  await service.call('POST', `${paid.path}/returns`, { as: paid.buyer, json, headers: key() })
  expect(await counts(ann)).toEqual({ ...NONE, sent: 1, returns: 1 })
  const refund = { amount: 1, reason: 'goodwill' }
  const { body } = await service.call('POST', `${paid.sold}/refunds`, {
    as: ann,
    json: refund,
    headers: key(),
  })
  const ended = { id: body.refunds[0].id, orderId: paid.order.id, amount: 1, items: [] }
  await service.publish('refund:ended', { ...ended, status: 'failed', restock: false })
  await eventually(async () =>
    expect(await counts(ann)).toEqual({ ...NONE, sent: 1, returns: 1, failed: 1 }),
  )
  expect(await ids(ann, 'status=failed')).toEqual([paid.order.id])
  await service.publish('refund:ended', { ...ended, status: 'done', restock: false })
  await eventually(async () =>
    expect(await counts(ann)).toEqual({ ...NONE, sent: 1, returns: 1, refunded: 1 }),
  )
  expect(await counts(bob)).toEqual({ ...NONE, toSend: 1 })
})

test('a parcel with nothing left to send is listed as cancelled, without the address', async () => {
  const ann = newUser()
  const { path, buyer, order } = await service.paidOrder([ann])
  const json = {
    lines: [{ productId: order.items[0].productId, quantity: 1 }],
    reason: 'withdrawal',
  }
  const headers = { 'idempotency-key': crypto.randomUUID() }
  await service.call('POST', `${path}/returns`, { as: buyer, json, headers })
  const { body } = await list(ann, 'status=cancelled')
  expect(body.items).toHaveLength(1)
  expect(body.items[0]).not.toHaveProperty('address')
})

test('the address is hidden 90 days after the delivery', async () => {
  const ann = newUser()
  const paid = await service.paidOrder([ann])
  await send(paid, ann)
  await receive(paid, ann)
  const addressOf = async () => (await list(ann, 'status=delivered')).body.items[0].address
  expect(await addressOf()).toMatchObject({ city: 'C' })
  const deliveredAt = new Date(Date.now() - 91 * 24 * 3600 * 1000)
  await service.db
    .collection('orders')
    .updateOne({ 'items.sellerId': ann.sub }, { $set: { 'parcels.0.deliveredAt': deliveredAt } })
  expect(await addressOf()).toBeUndefined()
})

test('GET /api/orders/sold finds orders by number and by beginnings of title words', async () => {
  const [ann, bob] = [newUser(), newUser()]
  const teapot = await service.paidOrder([ann, bob])
  const { number } = teapot.order
  // No number begins with an O.
  const asked = [number, number.toLowerCase(), number.replace('-', ''), 'TEA', 'tea o', 'téa']
  for (const q of asked) {
    const found = await ids(ann, `q=${encodeURIComponent(q)}`)
    expect([q, found.length]).toEqual([q, q === 'tea o' ? 0 : 1])
  }
  expect(await ids(ann, 'q=teapot&status=to-send')).toEqual([teapot.order.id])
  expect(await ids(ann, 'q=teapot&status=sent')).toEqual([])
  for (const q of ['cup', '!!', 'eapot']) expect(await ids(ann, `q=${q}`)).toEqual([])
  expect(await ids(newUser(), `q=${number}`)).toEqual([])
})

test('GET /api/orders/sold takes a whole title, and returns 400 for a longer search', async () => {
  const ann = newUser()
  const title = Array.from({ length: 40 }, (_, n) => `w${100 + n}`).join(' ')
  const { id: productId } = await service.knownProduct({ userId: ann.sub, title })
  const json = { items: [{ productId, quantity: 1 }] }
  const { body } = await service.call('POST', '/api/orders', { as: newUser(), json })
  expect(title).toHaveLength(199)
  expect(await ids(ann, `q=${title}`)).toEqual([body.id])
  // No number of an order has an O.
  expect(await ids(ann, `q=${title} o`)).toEqual([])
  expect((await list(ann, `q=${'x'.repeat(MAX_SEARCH)}`)).status).toBe(200)
  expect((await list(ann, `q=${'x'.repeat(MAX_SEARCH + 1)}`)).status).toBe(400)
})

test('orders of earlier versions are listed once the sweeper has added what they lack', async () => {
  const ann = newUser()
  const { order } = await service.paidOrder([ann])
  const old = { $unset: { parcels: 1, listKeys: 1, number: 1, completedAt: 1 } }
  await service.db.collection('orders').updateOne({ 'items.sellerId': ann.sub }, old)
  await eventually(async () => expect(await ids(ann, 'status=to-send')).toEqual([order.id]))
  expect(await ids(ann, `q=${order.number}`)).toEqual([order.id])
})

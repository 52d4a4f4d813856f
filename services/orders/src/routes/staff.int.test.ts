import { afterAll, beforeAll, expect, test } from 'bun:test'
import { StaffOrderResponse } from '@shop/shared/contracts'
import { eventually, newId, newUser } from '@shop/shared/testing'
import { safeParse } from 'valibot'
import { startTestOrders, type TestOrders } from '../testing/index.ts'

let service: TestOrders

beforeAll(async () => {
  service = await startTestOrders()
})

afterAll(() => service.stop())

type User = ReturnType<typeof newUser>
type Paid = Awaited<ReturnType<TestOrders['paidOrder']>>

const admin = newUser('admin')
const ALL = '/api/orders/all'
const REASON = 'The seller can’t be reached.'

const forSeller = ({ sub: sellerId }: User) => ({ staff: { sellerId, reason: REASON } })
const list = (query: string, as = admin) => service.call('GET', `${ALL}?${query}`, { as })
const idsOf = async (query: string) =>
  (await list(query)).body.items.map(({ id }: { id: string }) => id)
const read = async ({ order }: Paid) =>
  (await service.call('GET', `${ALL}/${order.id}`, { as: admin })).body
const key = () => ({ 'idempotency-key': crypto.randomUUID() })
const refund = ({ sold }: Paid, as: User, json: object) =>
  service.call('POST', `${sold}/refunds`, { as, json, headers: key() })

async function end(paid: Paid, id: string, status: 'done' | 'failed' | 'reversed', amount: number) {
  const ids = { id, orderId: paid.order.id }
  await service.publish('refund:ended', { ...ids, status, amount, items: [], restock: false })
}

test('GET /api/orders/all finds orders by number, id and email address', async () => {
  const paid = await service.paidOrder([newUser()])
  const { id, number, email } = paid.order
  const asked = [number, number.replace('-', '').toLowerCase(), id, email, email.toUpperCase()]
  for (const q of asked) expect([q, await idsOf(`q=${encodeURIComponent(q)}`)]).toEqual([q, [id]])
  for (const q of [newId(), 'nobody@example.com', 'teapot'])
    expect(await idsOf(`q=${q}`)).toEqual([])
  const later = await service.placedOrder()
  expect((await idsOf('limit=2')).slice(0, 2)).toEqual([later.order.id, id])
  expect((await service.call('GET', ALL, { as: admin })).body.items.length).toBeGreaterThan(1)
})

test('GET /api/orders/all lists what waits for staff', async () => {
  const ann = newUser()
  const paid = await service.paidOrder([ann])
  const { body } = await refund(paid, ann, { amount: 5, reason: 'goodwill' })
  await end(paid, body.refunds[0].id, 'failed', 5)
  await eventually(async () => expect(await idsOf('status=failed')).toEqual([paid.order.id]))
  await end(paid, body.refunds[0].id, 'done', 5)
  await end(paid, body.refunds[0].id, 'reversed', 5)
  await eventually(async () => expect(await idsOf('status=reversed')).toEqual([paid.order.id]))
  expect((await list('limit=1')).body.counts).toMatchObject({ failed: 0, reversed: 1 })
  expect((await list('status=lost')).status).toBe(400)
})

test('a return that nobody answered waits for staff', async () => {
  const ann = newUser()
  const paid = await service.paidOrder([ann])
  await service.call('PUT', `${paid.sold}/parcel`, { as: ann, json: { carrier: 'dhl' } })
  const lines = [{ productId: paid.order.items[0].productId, quantity: 1 }]
  const json = { lines, reason: 'damaged' }
  await service.call('POST', `${paid.path}/returns`, { as: paid.buyer, json, headers: key() })
  const askedAt = new Date(Date.now() - 8 * 24 * 3600 * 1000)
  await service.db
    .collection('orders')
    .updateOne({ 'items.sellerId': ann.sub }, { $set: { 'returns.0.askedAt': askedAt } })
  await eventually(async () => expect(await idsOf('status=unanswered')).toEqual([paid.order.id]))
})

test('staff act for any seller of an order, with a reason that is kept and shown to the seller', async () => {
  const [ann, bob] = [newUser(), newUser()]
  const paid = await service.paidOrder([ann, bob])
  const parcel = `${paid.sold}/parcel`
  const sent = await service.call('PUT', parcel, {
    as: admin,
    json: { carrier: 'ups', ...forSeller(bob) },
  })
  const act = { act: 'send', sellerId: bob.sub, reason: REASON }
  expect(sent.body).toMatchObject({ parcels: [{ status: 'Sent' }], acts: [act] })
  expect((await service.call('GET', paid.sold, { as: ann })).body).not.toHaveProperty('acts')
  expect((await service.call('GET', paid.path, { as: paid.buyer })).body).not.toHaveProperty('acts')
  const order = await read(paid)
  expect(safeParse(StaffOrderResponse, order).success).toBe(true)
  expect(order.history).toMatchObject([
    { what: 'sent', sellerId: bob.sub },
    { what: 'staff', ...act, by: admin.sub },
  ])
  // Repeating it changes nothing, and is not noted again.
  await service.call('PUT', parcel, { as: admin, json: { carrier: 'ups', ...forSeller(bob) } })
  expect((await read(paid)).history).toHaveLength(2)
})

test('only staff with a reason act for a seller', async () => {
  const [ann, bob] = [newUser(), newUser()]
  const paid = await service.paidOrder([ann, bob])
  const send = (as: User, json: object) =>
    service.call('PUT', `${paid.sold}/parcel`, { as, json: { carrier: 'ups', ...json } })
  expect((await send(ann, forSeller(bob))).status).toBe(403)
  expect((await send(admin, {})).status).toBe(404)
  expect((await send(admin, forSeller(newUser()))).status).toBe(404)
  const silent = { staff: { sellerId: bob.sub, reason: ' ' } }
  expect((await send(admin, silent)).body.errors[0].field).toBe('staff.reason')
})

test('only staff refund the shipping, once', async () => {
  const ann = newUser()
  const paid = await service.paidOrder([ann])
  const json = { shipping: true, reason: 'late' }
  expect((await refund(paid, ann, json)).body.type).toBe('/problems/forbidden')
  const body = { ...json, ...forSeller(ann) }
  const refunded = await refund(paid, admin, body)
  expect(refunded.body.refunds).toMatchObject([{ amount: 4.9, shipping: 4.9, by: 'staff' }])
  expect((await refund(paid, admin, body)).body.type).toBe('/problems/refund-exceeds')
  // Everything else comes back without the shipping then.
  const lines = [{ productId: paid.order.items[0].productId, quantity: 1 }]
  const rest = await refund(paid, ann, { lines, reason: 'cannot-send' })
  expect(rest.body.refunds[1]).toMatchObject({ amount: 12.5, shipping: 0 })
})

test('staff try a failed refund of the shipping again', async () => {
  const ann = newUser()
  const paid = await service.paidOrder([ann])
  const json = { shipping: true, amount: 1, reason: 'late', ...forSeller(ann) }
  const [{ id }] = (await refund(paid, admin, json)).body.refunds
  await end(paid, id, 'failed', 5.9)
  await eventually(async () => expect((await read(paid)).refunds[0].status).toBe('Failed'))
  const again = await service.call('POST', `${paid.sold}/refunds/${id}/again`, {
    as: admin,
    json: forSeller(ann),
  })
  expect(again.body.refunds[1]).toMatchObject({ amount: 5.9, shipping: 4.9, status: 'Asked' })
  expect(again.body.acts.map(({ act }: { act: string }) => act)).toEqual(['refund', 'retry-refund'])
})

test('lists and orders of everybody are for staff only', async () => {
  const { order } = await service.placedOrder()
  for (const path of [ALL, `${ALL}/${order.id}`]) {
    expect((await service.call('GET', path)).status).toBe(401)
    for (const role of ['guest', 'user'] as const)
      expect((await service.call('GET', path, { as: newUser(role) })).status).toBe(403)
  }
  expect((await service.call('GET', `${ALL}/${newId()}`, { as: admin })).status).toBe(404)
})

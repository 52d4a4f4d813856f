import { afterAll, beforeAll, expect, test } from 'bun:test'
import { eventually, newUser } from '@shop/shared/testing'
import { startTestOrders, type TestOrders } from '../testing/index.ts'

let service: TestOrders

beforeAll(async () => {
  service = await startTestOrders()
})

afterAll(() => service.stop())

type User = ReturnType<typeof newUser>
type Paid = Awaited<ReturnType<TestOrders['paidOrder']>>

const dhl = { carrier: 'dhl', tracking: 'JD0146000' }
const lineOf = ({ order }: Paid, n: number) => ({
  productId: order.items[n].productId,
  quantity: order.items[n].quantity,
})

const send = ({ sold }: Paid, as: User) => service.call('PUT', `${sold}/parcel`, { as, json: dhl })
const receive = ({ path, buyer }: Paid, { sub }: User) =>
  service.call('POST', `${path}/parcels/${sub}/received`, { as: buyer })
const giveBack = ({ path, buyer }: Paid, lines: object[], key = crypto.randomUUID()) =>
  service.call('POST', `${path}/returns`, {
    as: buyer,
    json: { lines, reason: 'withdrawal' },
    headers: { 'idempotency-key': key },
  })
const read = async ({ path, buyer }: Paid) => (await service.call('GET', path, { as: buyer })).body

/** Says how a refund ended, as payments does. */
async function end(paid: Paid, id: string, status: 'done' | 'failed' | 'reversed', amount: number) {
  const ids = { id, orderId: paid.order.id }
  await service.publish('refund:ended', { ...ids, status, amount, items: [], restock: false })
}

test('each seller sends their own parcel, and the buyer confirms it', async () => {
  const events = service.published('parcel:sent')
  const [ann, bob] = [newUser(), newUser()]
  const paid = await service.paidOrder([ann, bob])
  expect(paid.order.parcels).toEqual([
    { sellerId: ann.sub, status: 'ToSend' },
    { sellerId: bob.sub, status: 'ToSend' },
  ])
  expect((await receive(paid, ann)).body.type).toBe('/problems/not-sent')
  const sent = await send(paid, ann)
  expect(sent.status).toBe(200)
  expect(sent.body.parcels).toMatchObject([{ sellerId: ann.sub, status: 'Sent', ...dhl }])
  expect((await send(paid, ann)).body.version).toBe(sent.body.version)
  expect((await send(paid, newUser())).status).toBe(404)
  expect((await service.call('GET', paid.sold, { as: newUser() })).status).toBe(404)
  await eventually(() =>
    expect(events.find(({ orderId }) => orderId === paid.order.id)).toMatchObject({
      sellerId: ann.sub,
      n: 1,
      ...dhl,
      email: paid.buyer.email,
      items: [{ quantity: 1 }],
      completedAt: expect.any(String),
      otherSellerIds: [bob.sub],
    }),
  )
  for (let times = 0; times < 2; times += 1) expect((await receive(paid, ann)).status).toBe(200)
  expect((await read(paid)).parcels).toMatchObject([{ status: 'Delivered' }, { status: 'ToSend' }])
  expect((await receive(paid, newUser())).status).toBe(404)
})

test('what was not sent is refunded at once, and an empty parcel is cancelled', async () => {
  const asked = service.published('refund:asked')
  const [ann, bob] = [newUser(), newUser()]
  const paid = await service.paidOrder([ann, bob])
  const key = crypto.randomUUID()
  const all = [lineOf(paid, 0), lineOf(paid, 1)]
  const given = await giveBack(paid, all, key)
  expect(given.status).toBe(201)
  expect(given.body.parcels).toMatchObject([{ status: 'Cancelled' }, { status: 'Cancelled' }])
  expect(given.body.returns).toMatchObject([{ status: 'Refunding' }, { status: 'Refunding' }])
  const amounts = given.body.refunds.map(({ amount }: { amount: number }) => amount)
  expect(amounts).toEqual([12.5, 25 + paid.order.shipping])
  expect((await giveBack(paid, all, key)).body).toEqual(given.body)
  expect((await giveBack(paid, [lineOf(paid, 0)], key)).body.type).toBe(
    '/problems/idempotency-mismatch',
  )
  expect((await giveBack(paid, all)).body.type).toBe('/problems/refunded')
  expect((await send(paid, ann)).body.type).toBe('/problems/refunded')
  await eventually(() =>
    expect(
      new Set(asked.filter(({ orderId }) => orderId === paid.order.id).map(({ id }) => id)).size,
    ).toBe(2),
  )
  for (const { id, amount } of given.body.refunds) await end(paid, id, 'done', amount)
  await eventually(async () => {
    const { returns, refunds } = await read(paid)
    expect(returns).toMatchObject([{ status: 'Refunded' }, { status: 'Refunded' }])
    expect(refunds).toMatchObject([{ status: 'Done' }, { status: 'Done' }])
  })
})

test('a return of what was sent is answered by its seller, and refunded when the goods are back', async () => {
  const ann = newUser()
  const paid = await service.paidOrder([ann])
  await send(paid, ann)
  const { body } = await giveBack(paid, [lineOf(paid, 0)])
  expect(body.returns).toMatchObject([{ status: 'Asked', reason: 'withdrawal' }])
  expect(body.refunds).toEqual([])
  const path = `${paid.sold}/returns/${body.returns[0].id}`
  const answer = (as: User, word: string) =>
    service.call('POST', path, { as, json: { answer: word, note: 'To 5 Mill Lane.' } })
  expect((await answer(newUser(), 'accepted')).status).toBe(404)
  expect((await answer(ann, 'refused')).body.type).toBe('/problems/withdrawal-period')
  expect((await answer(ann, 'accepted')).body.returns).toMatchObject([
    { status: 'Accepted', answer: 'To 5 Mill Lane.' },
  ])
  const back = () => service.call('POST', `${path}/refund`, { as: ann, json: { restock: true } })
  const [one, two] = await Promise.all([back(), back()])
  expect([one.status, two.status]).toEqual([201, 201])
  expect((await read(paid)).refunds).toMatchObject([
    { status: 'Asked', amount: paid.order.total, by: 'seller', returnId: body.returns[0].id },
  ])
})

test('long after the delivery a return can be refused, and is then not refunded', async () => {
  const ann = newUser()
  const paid = await service.paidOrder([ann])
  await send(paid, ann)
  await receive(paid, ann)
  const longAgo = new Date(Date.now() - 20 * 24 * 3600 * 1000)
  const delivered = { $set: { 'parcels.0.deliveredAt': longAgo } }
  await service.db.collection('orders').updateOne({ number: paid.order.number }, delivered)
  const asked = (await giveBack(paid, [lineOf(paid, 0)])).body.returns[0]
  const path = `${paid.sold}/returns/${asked.id}`
  const json = { answer: 'refused', note: 'It was used.' }
  const refused = await service.call('POST', path, { as: ann, json })
  expect(refused.body.returns).toMatchObject([{ status: 'Refused', answer: 'It was used.' }])
  const back = await service.call('POST', `${path}/refund`, { as: ann, json: { restock: true } })
  expect(back.body.type).toBe('/problems/return-final')
  const shown = await service.call('GET', paid.sold, { as: ann })
  expect([shown.status, shown.body.refunds]).toEqual([200, []])
})

test('nothing of an unpaid or a canceled order is given back or confirmed', async () => {
  const { path, order, buyer } = await service.placedOrder()
  const unpaid = { path, order, buyer, sold: `/api/orders/sold/${order.id}` }
  const seller = { ...newUser(), sub: order.items[0].sellerId }
  const nothingHappens = async () => {
    expect((await giveBack(unpaid, [lineOf(unpaid, 0)])).body.type).toBe('/problems/return-closed')
    expect((await receive(unpaid, seller)).body.type).toBe('/problems/not-sent')
    const { returns, refunds } = await read(unpaid)
    expect([returns, refunds]).toEqual([[], []])
  }
  await nothingHappens()
  await service.call('DELETE', path, { as: buyer })
  await nothingHappens()
})

import { afterAll, beforeAll, expect, test } from 'bun:test'
import { eventually, newId } from '@shop/shared/testing'
import { startTestOrders, type TestOrders } from '../testing/index.ts'

let service: TestOrders

beforeAll(async () => {
  service = await startTestOrders()
})

afterAll(() => service.stop())

type Placed = Awaited<ReturnType<TestOrders['placedOrder']>>

const read = async ({ path, buyer }: Placed) =>
  (await service.call('GET', path, { as: buyer })).body
const steps = (order: { timeline: { what: string }[] }) => order.timeline.map(({ what }) => what)
const paymentOf = ({ order, buyer }: Placed) => ({
  id: newId(),
  orderId: order.id as string,
  userId: buyer.sub,
  items: [],
})

/** Resolves once everything published before was handled, as one more event shows. */
async function settled(): Promise<void> {
  const marker = await service.placedOrder()
  await service.publish('payment:created', { ...paymentOf(marker), stripeId: 'ch_marker' })
  await service.publish('payment:cancelled', { ...paymentOf(marker), reason: 'user' })
  await eventually(async () => expect((await read(marker)).status).not.toBe('Created'))
}

test('product events: the newest version wins, whatever arrives last', async () => {
  const known = await service.knownProduct({ version: 5, price: 20 })
  await service.publish('product:updated', { ...known, version: 4, price: 10 })
  await service.publish('product:updated', { ...known, version: 6, price: 30 })
  await service.publish('product:updated', { ...known, version: 6, price: 30 })
  await eventually(async () => {
    const copy = await service.db.collection('products').findOne({ _id: known.id as never })
    expect(copy).toMatchObject({ version: 6, price: 3000 })
  })
})

test('payment:created completes the order once, duplicates change nothing', async () => {
  const placed = await service.placedOrder()
  const paid = { ...paymentOf(placed), stripeId: 'ch_1' }
  for (let i = 0; i < 3; i += 1) await service.publish('payment:created', paid)
  await eventually(async () => expect((await read(placed)).status).toBe('Complete'))
  await settled()
  expect(await read(placed)).toMatchObject({ status: 'Complete', version: 1 })
  expect(steps(await read(placed))).toEqual(['placed', 'complete'])
})

test('payment:created for a cancelled order publishes order:cancelled again', async () => {
  const events = service.published('order:cancelled')
  const placed = await service.placedOrder()
  await service.call('DELETE', placed.path, { as: placed.buyer })
  const mine = () => events.filter(({ id }) => id === placed.order.id)
  await eventually(() => expect(mine().length).toBeGreaterThanOrEqual(1))
  // Not while the first one is pending.
  await eventually(async () => {
    await service.publish('payment:created', { ...paymentOf(placed), stripeId: 'ch_1' })
    expect(mine().length).toBeGreaterThanOrEqual(2)
  })
  expect(await read(placed)).toMatchObject({ status: 'Cancelled', reason: 'user' })
})

test('payment:cancelled cancels an open order with its reason and leaves a complete one alone', async () => {
  const open = await service.placedOrder()
  await service.publish('payment:cancelled', { ...paymentOf(open), reason: 'out_of_stock' })
  await service.publish('payment:cancelled', { ...paymentOf(open), reason: 'payment_failed' })
  await eventually(async () =>
    expect(await read(open)).toMatchObject({ status: 'Cancelled', reason: 'out_of_stock' }),
  )
  const paid = await service.placedOrder()
  await service.publish('payment:created', { ...paymentOf(paid), stripeId: 'ch_1' })
  await eventually(async () => expect((await read(paid)).status).toBe('Complete'))
  await service.publish('payment:cancelled', { ...paymentOf(paid), reason: 'user' })
  await settled()
  expect((await read(paid)).status).toBe('Complete')
  expect(await read(open)).toMatchObject({ reason: 'out_of_stock', version: 1 })
})

test('the timeline is complete and in order although its events arrived backwards and twice', async () => {
  const placed = await service.placedOrder()
  const payment = paymentOf(placed)
  const { id: paymentId, orderId } = payment
  await service.publish('payment:created', { ...payment, stripeId: 'ch_1' })
  for (let i = 0; i < 2; i += 1) {
    await service.publish('inventory:reserved', { orderId, paymentId })
    await service.publish('payment:authorized', { ...payment, brand: 'visa', last4: '4242' })
  }
  await eventually(async () => {
    const order = await read(placed)
    expect(steps(order).toSorted()).toEqual(['authorized', 'complete', 'placed', 'reserved'])
    expect(order.payment).toEqual({ brand: 'visa', last4: '4242' })
  })
})

test.each(['payment:created', 'payment:cancelled'] as const)(
  '%s brings the steps that have not arrived, which then change nothing',
  async (subject) => {
    const placed = await service.placedOrder()
    const payment = paymentOf(placed)
    const at = '2026-01-02T03:04:05.678Z'
    const card = { brand: 'visa', last4: '4242' }
    await service.publish('payment:authorized', { ...payment, ...card })
    await eventually(async () => expect((await read(placed)).version).toBe(1))
    const passed = { ...card, authorizedAt: at, reservedAt: at }
    const ending = { ...payment, ...passed, stripeId: 'ch_1', reason: 'user' as const }
    await service.publish(subject, ending)
    await eventually(async () => expect((await read(placed)).status).not.toBe('Created'))
    const ended = await read(placed)
    expect(ended.timeline).toHaveLength(4)
    expect(ended.timeline).toContainEqual({ at, what: 'reserved' })
    await service.publish('inventory:reserved', { orderId: payment.orderId, paymentId: payment.id })
    await settled()
    expect(await read(placed)).toEqual(ended)
  },
)

test('payment:refunded is recorded once per refund', async () => {
  const placed = await service.placedOrder()
  const refund = { ...paymentOf(placed), restock: true }
  for (const refundId of ['re_1', 're_2', 're_1'])
    await service.publish('payment:refunded', { ...refund, refundId, amount: 12.5 })
  await eventually(async () => expect((await read(placed)).refunds.length).toBe(2))
  await settled()
  const order = await read(placed)
  expect(order.refunds).toMatchObject([{ amount: 12.5 }, { amount: 12.5 }])
  expect(steps(order)).toEqual(['placed', 'refunded', 'refunded'])
})

test('an event that breaks its contract becomes a dead letter, the next ones are handled', async () => {
  await service.publishText('payment:created', '{"id": 1}')
  await service.publishText('payment:created', 'not json')
  await settled()
  const isOurs = { subject: 'payment:created' }
  await eventually(async () => {
    const letters = await service.db.collection('deadletters').find(isOurs).toArray()
    const parked = new Set(letters.map(({ data }) => data))
    expect(parked).toEqual(new Set(['not json', '{"id": 1}']))
  })
})

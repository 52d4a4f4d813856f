import { afterAll, beforeAll, expect, test } from 'bun:test'
import type { PayloadOf } from '@shop/shared/contracts'
import { eventually, newId, newUser, type TestService } from '@shop/shared/testing'
import {
  newPayment,
  replicaOf,
  reservationOf,
  sellNew,
  startProducts,
  stockDepsOf,
  stockOf,
} from '../testing/index.ts'

let service: TestService
let replica: ReturnType<typeof replicaOf>
let reserved: PayloadOf<'inventory:reserved'>[]
let rejected: PayloadOf<'inventory:rejected'>[]
beforeAll(async () => {
  service = await startProducts()
  replica = replicaOf(service)
  reserved = service.published('inventory:reserved')
  rejected = service.published('inventory:rejected')
})
afterAll(() => service.stop())

type Payment = ReturnType<typeof newPayment>
const answersTo = (payment: Payment) =>
  [...reserved, ...rejected].filter(({ paymentId }) => paymentId === payment.id)
const stateOf = async (payment: Payment) => (await reservationOf(service, payment))?.['state']
const shortOf = async (payment: Payment) => (await reservationOf(service, payment))?.['short']

test('payment:authorized reserves the goods and publishes inventory:reserved', async () => {
  const id = await sellNew(service, 5)
  const payment = newPayment({ [id]: 2 })
  await service.publish('payment:authorized', payment)
  await eventually(() => expect(answersTo(payment)[0]).toMatchObject({ orderId: payment.orderId }))
  expect(await stateOf(payment)).toBe('Reserved')
  expect(await stockOf(service, id)).toEqual({
    quantity: 5,
    available: 3,
    holds: [{ paymentId: payment.id, quantity: 2 }],
    version: 0,
  })
})

test('payment:authorized for more than is available holds nothing and publishes the shortage', async () => {
  const id = await sellNew(service, 1)
  const payment = newPayment({ [id]: 2 })
  await service.publish('payment:authorized', payment)
  const short = [{ productId: id, wanted: 2, available: 1 }]
  await eventually(() => expect(answersTo(payment)[0]).toMatchObject({ short }))
  expect(await stateOf(payment)).toBe('Rejected')
  expect(await stockOf(service, id)).toMatchObject({ available: 1, holds: [] })
})

test('payment:authorized delivered again publishes the outcome again once it is no longer pending', async () => {
  const [full, empty] = [await sellNew(service, 5), await sellNew(service, 0)]
  const payments = [newPayment({ [full]: 1 }), newPayment({ [empty]: 1 })]
  for (const payment of payments) await replica.authorized(payment)
  await eventually(() => {
    for (const payment of payments) expect(answersTo(payment).length).toBeGreaterThan(0)
  })
  // As after the last redelivery.
  await service.db.collection('reservations').updateMany({}, { $set: { outbox: [] } })
  const before = payments.map((payment) => answersTo(payment).length)
  for (const payment of payments) await replica.authorized(payment)
  await eventually(() => {
    for (const [i, payment] of payments.entries())
      expect(answersTo(payment).length).toBeGreaterThan(before[i] ?? 0)
  })
  expect(await stockOf(service, full)).toMatchObject({ available: 4 })
})

test('when one of five products is short, none is held', async () => {
  const published = service.published('product:updated')
  const seller = newUser()
  // One by one: lines are claimed in the order of ids, and the short one must not be the first.
  const ids: string[] = []
  for (const quantity of [3, 3, 3, 1, 3]) ids.push(await sellNew(service, quantity, seller))
  const payment = newPayment(Object.fromEntries(ids.map((id) => [id, 2])))
  await replica.authorized(payment)
  expect(await shortOf(payment)).toEqual([{ productId: ids[3], wanted: 2, available: 1 }])
  for (const [i, id] of ids.entries())
    expect(await stockOf(service, id)).toMatchObject({ available: [3, 3, 3, 1, 3][i], holds: [] })
  // Copies receive the stock of those that were held for a moment.
  const last = await stockOf(service, ids[0] ?? '')
  await eventually(() =>
    expect(published.findLast(({ id }) => id === ids[0])).toMatchObject({
      available: 3,
      version: last.version,
    }),
  )
})

test('a rejection whose process ended halfway is finished by a delivery that ran beside it', async () => {
  const id = await sellNew(service, 0)
  const payment = newPayment({ [id]: 1 })
  const short = [{ productId: id, wanted: 1, available: 0 }]
  const { reservations } = stockDepsOf(service)
  const items = [{ productId: id, quantity: 1 }]
  const { id: paymentId, orderId } = payment
  await reservations.insert({ paymentId, orderId, items, state: 'Reserving' })
  const find = reservations.find.bind(reservations)
  reservations.find = async (wanted) => {
    const found = await find(wanted)
    if (found?.state === 'Reserving') await reservations.move({ ...found, short }, 'reject')
    return found
  }
  await replicaOf(service, { reservations }).authorized(payment)
  expect(await stateOf(payment)).toBe('Rejected')
  await eventually(() => expect(answersTo(payment)[0]).toMatchObject({ short }))
})

test('two lines of one product are one claim', async () => {
  const id = await sellNew(service, 3)
  const { items, ...payment } = newPayment({ [id]: 2 })
  const twice = { ...payment, items: [...items, ...items] }
  await replica.authorized(twice)
  expect(await shortOf(twice)).toEqual([{ productId: id, wanted: 4, available: 3 }])
  expect(await stockOf(service, id)).toMatchObject({ available: 3, holds: [] })
})

test('an unknown product is short and blocks nothing', async () => {
  const [id, unknown] = [await sellNew(service, 5), newId()]
  const payment = newPayment({ [unknown]: 1, [id]: 1 })
  await service.publish('payment:authorized', payment)
  const short = [{ productId: unknown, wanted: 1, available: 0 }]
  await eventually(() => expect(answersTo(payment)[0]).toMatchObject({ short }))
  expect(await stockOf(service, id)).toMatchObject({ available: 5, holds: [] })
})

test('an archived product is no longer sold', async () => {
  const seller = newUser()
  const id = await sellNew(service, 5, seller)
  await service.call('DELETE', `/api/products/${id}`, { as: seller })
  const payment = newPayment({ [id]: 1 })
  await replica.authorized(payment)
  expect(await shortOf(payment)).toEqual([{ productId: id, wanted: 1, available: 0 }])
})

test('an event that breaks its contract becomes a dead letter', async () => {
  const text = JSON.stringify({ id: 'no id' })
  await service.publishText('payment:authorized', text)
  await eventually(async () => {
    const letter = await service.db.collection('deadletters').findOne({ data: text })
    expect(letter?.['subject']).toBe('payment:authorized')
  })
})

import { afterAll, beforeAll, expect, test } from 'bun:test'
import { eventually, type TestService } from '@shop/shared/testing'
import {
  newPayment,
  replicaOf,
  reservationOf,
  sellNew,
  startProducts,
  stockOf,
} from '../testing/index.ts'

let service: TestService
let replica: ReturnType<typeof replicaOf>
beforeAll(async () => {
  service = await startProducts()
  replica = replicaOf(service)
})
afterAll(() => service.stop())

const stateOf = async (payment: ReturnType<typeof newPayment>) =>
  (await reservationOf(service, payment))?.['state']

test('payment:authorized delivered twice at once claims once', async () => {
  const id = await sellNew(service, 5)
  const payment = newPayment({ [id]: 2 })
  await Promise.all(Array.from({ length: 5 }, () => replica.authorized(payment)))
  await replica.authorized(payment)
  expect(await stateOf(payment)).toBe('Reserved')
  expect(await stockOf(service, id)).toMatchObject({ available: 3, holds: [{ quantity: 2 }] })
})

test('of two payments at once for the last item exactly one gets it', async () => {
  const id = await sellNew(service, 1)
  const payments = [newPayment({ [id]: 1 }), newPayment({ [id]: 1 })]
  await Promise.all(payments.map((payment) => service.publish('payment:authorized', payment)))
  await eventually(async () => {
    const states = new Set(await Promise.all(payments.map(stateOf)))
    expect(states).toEqual(new Set(['Rejected', 'Reserved']))
  })
  expect(await stockOf(service, id)).toMatchObject({ quantity: 1, available: 0 })
})

test('of forty payments at once for seven items exactly seven get one', async () => {
  const id = await sellNew(service, 7)
  const payments = Array.from({ length: 40 }, () => newPayment({ [id]: 1 }))
  await Promise.all(payments.map((payment) => service.publish('payment:authorized', payment)))
  await eventually(async () => {
    const states = await Promise.all(payments.map(stateOf))
    expect(states.filter((state) => state === 'Reserved')).toHaveLength(7)
    expect(states.filter((state) => state === 'Rejected')).toHaveLength(33)
  }, 20_000)
  const { available, holds } = await stockOf(service, id)
  expect([available, holds.length]).toEqual([0, 7])
})

test('payments for the same products in another order do not block each other', async () => {
  const [a, b] = [await sellNew(service, 20), await sellNew(service, 20)]
  const payments = Array.from({ length: 20 }, (_, i) =>
    newPayment(i % 2 === 0 ? { [a]: 1, [b]: 1 } : { [b]: 1, [a]: 1 }),
  )
  await Promise.all(payments.map(replica.authorized))
  expect(await Promise.all(payments.map(stateOf))).toEqual(Array(20).fill('Reserved'))
})

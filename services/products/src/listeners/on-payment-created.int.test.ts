import { afterAll, beforeAll, expect, test } from 'bun:test'
import { RetryLater } from '@shop/shared/events'
import { failureOf, eventually, type TestService } from '@shop/shared/testing'
import {
  captured,
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
beforeAll(async () => {
  service = await startProducts()
  replica = replicaOf(service)
})
afterAll(() => service.stop())

async function reserve(quantities: Record<string, number>) {
  const payment = newPayment(quantities)
  await replica.authorized(payment)
  return payment
}

test('payment:created sells the held goods and publishes the new stock', async () => {
  const published = service.published('product:updated')
  const id = await sellNew(service, 5)
  const payment = await reserve({ [id]: 2 })
  await service.publish('payment:created', captured(payment))
  await eventually(() =>
    expect(published.find((event) => event.id === id)).toMatchObject({
      quantity: 3,
      available: 3,
      version: 1,
    }),
  )
  expect(await stockOf(service, id)).toEqual({ quantity: 3, available: 3, holds: [], version: 1 })
  await eventually(async () =>
    expect((await reservationOf(service, payment))?.['state']).toBe('Committed'),
  )
})

test('payment:created delivered many times sells once', async () => {
  const id = await sellNew(service, 5)
  const payment = await reserve({ [id]: 2 })
  await Promise.all(Array.from({ length: 5 }, () => replica.created(captured(payment))))
  await replica.created(captured(payment))
  expect(await stockOf(service, id)).toEqual({ quantity: 3, available: 3, holds: [], version: 1 })
})

test('payment:created before the goods are held is retried', async () => {
  const id = await sellNew(service, 5)
  const payment = newPayment({ [id]: 2 })
  expect(await failureOf(replica.created(captured(payment)))).toBeInstanceOf(RetryLater)
  await service.publish('payment:created', captured(payment))
  await replica.authorized(payment)
  await eventually(async () =>
    expect(await stockOf(service, id)).toMatchObject({ quantity: 3, available: 3, holds: [] }),
  )
})

test('an interrupted sale is finished', async () => {
  const [first, second] = [await sellNew(service, 5), await sellNew(service, 5)]
  const payment = await reserve({ [first]: 1, [second]: 2 })
  // As after a crash that followed the first product.
  const { stock, reservations } = stockDepsOf(service)
  const reservation = await reservations.find(payment.id)
  if (reservation !== null) await reservations.move(reservation, 'sell')
  if (reservation !== null) await stock.sell({ productId: first, quantity: 1 }, reservation)
  expect((await reservationOf(service, payment))?.['state']).toBe('Committing')

  await replica.created(captured(payment))
  expect(await stockOf(service, first)).toMatchObject({ quantity: 4, available: 4, holds: [] })
  expect(await stockOf(service, second)).toMatchObject({ quantity: 3, available: 3, holds: [] })
  expect((await reservationOf(service, payment))?.['state']).toBe('Committed')
})

test('a product that is archived after it was reserved is still sold', async () => {
  const id = await sellNew(service, 5)
  const payment = await reserve({ [id]: 2 })
  await service.db.collection('products').updateMany({}, { $set: { archived: true } })
  await replica.created(captured(payment))
  expect(await stockOf(service, id)).toMatchObject({ quantity: 3, holds: [] })
})

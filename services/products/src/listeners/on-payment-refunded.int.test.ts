import { afterAll, beforeAll, expect, test } from 'bun:test'
import { RetryLater } from '@shop/shared/events'
import { failureOf, eventually, type TestService } from '@shop/shared/testing'
import {
  cancelled,
  captured,
  newPayment,
  refunded,
  replicaOf,
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

async function reserve(quantities: Record<string, number>) {
  const payment = newPayment(quantities)
  await replica.authorized(payment)
  return payment
}

test('payment:refunded restocks the goods and publishes the new stock', async () => {
  const published = service.published('product:updated')
  const id = await sellNew(service, 5)
  const payment = await reserve({ [id]: 2 })
  await replica.created(captured(payment))
  await service.publish('payment:refunded', refunded(payment))
  await eventually(() =>
    expect(published.findLast((event) => event.id === id)).toMatchObject({
      quantity: 5,
      available: 5,
      version: 2,
    }),
  )
})

test('payment:refunded delivered many times restocks once per refund', async () => {
  const id = await sellNew(service, 5)
  const payment = await reserve({ [id]: 2 })
  await replica.created(captured(payment))
  const events = ['re_1', 're_1', 're_2', 're_1', 're_2'].map((refund) => ({
    ...refunded(payment, refund),
    items: payment.items.map((item) => ({ ...item, quantity: 1 })),
  }))
  await Promise.all(events.map(replica.refunded))
  expect(await stockOf(service, id)).toMatchObject({ quantity: 5, available: 5, holds: [] })
})

test('payment:refunded before payment:created commits the sale first', async () => {
  const id = await sellNew(service, 5)
  const payment = await reserve({ [id]: 2 })
  await replica.refunded(refunded(payment))
  await replica.created(captured(payment))
  expect(await stockOf(service, id)).toMatchObject({ quantity: 5, available: 5, holds: [] })
})

test('payment:refunded before anything is held is retried', async () => {
  const id = await sellNew(service, 5)
  const payment = newPayment({ [id]: 2 })
  expect(await failureOf(replica.refunded(refunded(payment)))).toBeInstanceOf(RetryLater)
  await service.publish('payment:refunded', refunded(payment))
  await replica.authorized(payment)
  await eventually(async () =>
    expect(await stockOf(service, id)).toEqual({
      quantity: 5,
      available: 5,
      holds: [],
      version: 2,
    }),
  )
})

test('payment:refunded without restock restocks nothing', async () => {
  const id = await sellNew(service, 5)
  const payment = await reserve({ [id]: 2 })
  await replica.created(captured(payment))
  await replica.refunded({ ...refunded(payment), restock: false })
  expect(await stockOf(service, id)).toMatchObject({ quantity: 3, available: 3 })
})

test('goods that were never sold are not restocked', async () => {
  const id = await sellNew(service, 5)
  const [released, rejected] = [await reserve({ [id]: 2 }), await reserve({ [id]: 50 })]
  await replica.cancelled(cancelled(released))
  for (const payment of [released, rejected]) await replica.refunded(refunded(payment))
  expect(await stockOf(service, id)).toMatchObject({ quantity: 5, available: 5, holds: [] })
})

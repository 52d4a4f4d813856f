import { afterAll, beforeAll, expect, test } from 'bun:test'
import { eventually, type TestService } from '@shop/shared/testing'
import type { ProductStock } from '../stock/product-stock.ts'
import type { ReservationRepository } from '../stock/reservation-repository.ts'
import {
  cancelled,
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

type Payment = ReturnType<typeof newPayment>
const stateOf = async (payment: Payment) => (await reservationOf(service, payment))?.['state']

async function reserve(quantities: Record<string, number>) {
  const payment = newPayment(quantities)
  await replica.authorized(payment)
  return payment
}

test('payment:cancelled releases the goods and publishes the new stock', async () => {
  const published = service.published('product:updated')
  const id = await sellNew(service, 5)
  const payment = await reserve({ [id]: 2 })
  await service.publish('payment:cancelled', cancelled(payment))
  await eventually(() =>
    expect(published.find((event) => event.id === id)).toMatchObject({ available: 5, version: 1 }),
  )
  expect(await stockOf(service, id)).toEqual({ quantity: 5, available: 5, holds: [], version: 1 })
  await eventually(async () => expect(await stateOf(payment)).toBe('Released'))
})

test('payment:cancelled delivered many times releases once', async () => {
  const id = await sellNew(service, 5)
  const payment = await reserve({ [id]: 2 })
  await Promise.all(Array.from({ length: 5 }, () => replica.cancelled(cancelled(payment))))
  await replica.cancelled(cancelled(payment))
  expect(await stockOf(service, id)).toMatchObject({ available: 5, holds: [], version: 1 })
})

test('payment:cancelled before payment:authorized leaves nothing to claim', async () => {
  const id = await sellNew(service, 5)
  const payment = newPayment({ [id]: 2 })
  await replica.cancelled(cancelled(payment))
  expect(await stateOf(payment)).toBe('Released')
  await replica.authorized(payment)
  await replica.cancelled(cancelled(payment))
  expect(await stateOf(payment)).toBe('Released')
  expect(await stockOf(service, id)).toMatchObject({ available: 5, holds: [], version: 0 })
})

test('payment:cancelled after a rejection or a sale changes nothing', async () => {
  const id = await sellNew(service, 2)
  const [sold, refused] = [await reserve({ [id]: 1 }), await reserve({ [id]: 5 })]
  await replica.created(captured(sold))
  for (const payment of [sold, refused]) await replica.cancelled(cancelled(payment))
  expect([await stateOf(sold), await stateOf(refused)]).toEqual(['Committed', 'Rejected'])
  expect(await stockOf(service, id)).toMatchObject({ quantity: 1, available: 1, holds: [] })
})

test('a claim that is paused while its payment is cancelled holds nothing', async () => {
  const id = await sellNew(service, 5)
  const { stock, reservations } = stockDepsOf(service)
  const [asleep, morning] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const sleeping = {
    view: stock.view.bind(stock),
    async claim(...claim: Parameters<ProductStock['claim']>) {
      asleep.resolve()
      await morning.promise
      return stock.claim(...claim)
    },
  } as ProductStock
  const payment = newPayment({ [id]: 2 })
  const claiming = replicaOf(service, { stock: sleeping, reservations }).authorized(payment)
  await asleep.promise
  await replica.cancelled(cancelled(payment))
  morning.resolve()
  await claiming
  expect(await stateOf(payment)).toBe('Released')
  expect(await stockOf(service, id)).toMatchObject({ quantity: 5, available: 5, holds: [] })
})

test('a payment that is cancelled before its stock is read holds nothing', async () => {
  const id = await sellNew(service, 5)
  const { stock, reservations } = stockDepsOf(service)
  const payment = newPayment({ [id]: 2 })
  const late = {
    async view(...lines: Parameters<ProductStock['view']>) {
      await replica.cancelled(cancelled(payment))
      return stock.view(...lines)
    },
    claim: stock.claim.bind(stock),
  } as ProductStock
  await replicaOf(service, { stock: late, reservations }).authorized(payment)
  expect(await stateOf(payment)).toBe('Released')
  expect(await stockOf(service, id)).toMatchObject({ quantity: 5, available: 5, holds: [] })
})

test('payment:cancelled releases what payment:authorized claims meanwhile', async () => {
  const id = await sellNew(service, 5)
  const { stock, reservations } = stockDepsOf(service)
  const payment = newPayment({ [id]: 2 })
  const late = {
    start: reservations.start.bind(reservations),
    move: reservations.move.bind(reservations),
    async insert(...tombstone: Parameters<ReservationRepository['insert']>) {
      await replica.authorized(payment)
      return reservations.insert(...tombstone)
    },
  } as ReservationRepository
  await replicaOf(service, { stock, reservations: late }).cancelled(cancelled(payment))
  expect(await stateOf(payment)).toBe('Released')
  expect(await stockOf(service, id)).toMatchObject({ quantity: 5, available: 5, holds: [] })
})

test.each(['cancel', 'reject'] as const)(
  'an interrupted release by %s is finished',
  async (step) => {
    const [first, second] = [await sellNew(service, 5), await sellNew(service, 5)]
    const payment = newPayment({ [first]: 1, [second]: 2 })
    // As after a crash behind the first released product.
    const { stock, reservations } = stockDepsOf(service)
    const { items } = payment
    const reservation = { paymentId: payment.id, orderId: payment.orderId, items } as const
    await reservations.insert({ ...reservation, state: 'Reserving' })
    await stock.claim({ productId: second, quantity: 2 }, payment.id, 0)
    await reservations.move({ ...reservation, state: 'Reserving' }, step)

    // Any event continues it, and the decision stays.
    if (step === 'reject') await replica.cancelled(cancelled(payment))
    else await replica.authorized(payment)
    for (const id of [first, second])
      expect(await stockOf(service, id)).toMatchObject({ available: 5, holds: [] })
    expect(await stateOf(payment)).toBe(step === 'reject' ? 'Rejected' : 'Released')
  },
)

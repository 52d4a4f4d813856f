import { afterAll, beforeAll, expect, test } from 'bun:test'
import { eventually, type TestService } from '@shop/shared/testing'
import {
  captured,
  changesOf,
  newPayment,
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

type Payment = ReturnType<typeof newPayment>

async function soldProduct() {
  const id = await sellNew(service, 5)
  const payment = newPayment({ [id]: 3 })
  await replica.authorized(payment)
  await replica.created(captured(payment))
  return { id, payment }
}

/** A refund of one piece. */
const ended = ({ orderId, items }: Payment, n = 0) => ({
  id: `${orderId}-${n}`,
  orderId,
  amount: 12.5,
  items: items.map((item) => ({ ...item, quantity: 1 })),
  restock: true,
  status: 'done' as const,
})

test('refund:ended puts the goods back, publishes the new stock and is in the ledger', async () => {
  const published = service.published('product:updated')
  const { id, payment } = await soldProduct()
  await service.publish('refund:ended', ended(payment))
  await eventually(() =>
    expect(published.findLast((event) => event.id === id)).toMatchObject({
      quantity: 3,
      available: 3,
      version: 2,
    }),
  )
  expect((await changesOf(service, id)).at(-1)).toEqual(['return', 1, 3])
})

test('refund:ended delivered many times puts the goods back once per refund', async () => {
  const { id, payment } = await soldProduct()
  const events = [0, 0, 1, 0, 1].map((n) => ended(payment, n))
  await Promise.all(events.map(replica.refundEnded))
  expect(await stockOf(service, id)).toMatchObject({ quantity: 4, available: 4, version: 3 })
})

test.each([{ restock: false }, { status: 'failed' }])(
  'refund:ended with %p puts nothing back',
  async (change) => {
    const { id, payment } = await soldProduct()
    await replica.refundEnded({ ...ended(payment), ...change })
    expect(await stockOf(service, id)).toMatchObject({ quantity: 2, available: 2, version: 1 })
  },
)

test('a refund that is reversed later puts the goods back once, whatever arrives', async () => {
  const [both, last] = [await soldProduct(), await soldProduct()]
  await replica.refundEnded(ended(both.payment))
  for (const { payment } of [both, last])
    await replica.refundEnded({ ...ended(payment), status: 'reversed' })
  for (const { id } of [both, last])
    expect(await stockOf(service, id)).toMatchObject({ quantity: 3, available: 3, version: 2 })
})

test('a refund that arrives before its sale ends at the same stock', async () => {
  const id = await sellNew(service, 5)
  const payment = newPayment({ [id]: 3 })
  await replica.authorized(payment)
  await replica.refundEnded(ended(payment))
  await replica.created(captured(payment))
  expect(await stockOf(service, id)).toMatchObject({ quantity: 3, available: 3, holds: [] })
  expect(await changesOf(service, id)).toEqual([
    ['opening', 5, 5],
    ['return', 1, 6],
    ['sale', -3, 3],
  ])
})

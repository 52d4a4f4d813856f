import { afterAll, beforeAll, expect, test } from 'bun:test'
import { RetryLater } from '@shop/shared/events'
import { newUser, type TestService } from '@shop/shared/testing'
import fc from 'fast-check'
import {
  cancelled,
  captured,
  newPayment,
  refunded,
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

type Payment = ReturnType<typeof newPayment>
type Fate = 'cancelled' | 'sold' | 'given back'

const stateOf = async (payment: Payment) => (await reservationOf(service, payment))?.['state']

/** Redelivers until acknowledged, like the bus. */
async function deliver(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof RetryLater)) throw error
    return deliver(work)
  }
}

/** Payments captures only reserved goods; everything is delivered twice and in any order. */
async function live(payment: Payment, fate: Fate, n: number): Promise<void> {
  const authorized = () => deliver(() => replica.authorized(payment))
  const ended = () => deliver(() => replica.cancelled(cancelled(payment)))
  if (fate === 'cancelled') {
    const events = [authorized, ended, authorized, ended]
    await Promise.all([...events.slice(n), ...events.slice(0, n)].map((event) => event()))
    return
  }
  await Promise.all([authorized(), authorized()])
  if ((await stateOf(payment)) !== 'Reserved') return ended()
  const sold = () => deliver(() => replica.created(captured(payment)))
  const back = () => deliver(() => replica.refunded(refunded(payment)))
  const events = fate === 'sold' ? [sold, authorized, sold] : [back, sold, back, authorized]
  await Promise.all(events.map((event) => event()))
}

const quantity = fc.integer({ min: 1, max: 3 })
const life = fc.record({
  fate: fc.constantFrom<Fate>('cancelled', 'sold', 'given back'),
  wants: fc.array(fc.tuple(fc.nat(2), quantity), { minLength: 1, maxLength: 3 }),
  n: fc.nat(3),
})

test('whatever the order of events, every item is sold once or in stock', async () => {
  const seller = newUser()
  const lives = fc.array(life, { minLength: 2, maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(lives, fc.nat(10), async (all, initial) => {
      const products = await Promise.all([0, 1, 2].map(() => sellNew(service, initial, seller)))
      const payments = all.map(({ wants }) =>
        newPayment(Object.fromEntries(wants.map(([i, n]) => [products[i] ?? '', n]))),
      )
      await Promise.all(all.map(({ fate, n }, i) => live(payments[i] ?? newPayment({}), fate, n)))
      const states = await Promise.all(payments.map(stateOf))
      for (const state of states) expect(['Committed', 'Released', 'Rejected']).toContain(state)
      const sold = payments.filter((_, i) => states[i] === 'Committed' && all[i]?.fate === 'sold')
      for (const id of products) {
        const lines = sold.flatMap(({ items }) => items.filter((item) => item.productId === id))
        const left = initial - lines.reduce((sum, line) => sum + line.quantity, 0)
        const stock = await stockOf(service, id)
        expect(stock).toMatchObject({ quantity: left, available: left, holds: [] })
        expect(left).toBeGreaterThanOrEqual(0)
      }
    }),
    { numRuns: 15 },
  )
}, 60_000)

import { buyAndGiveBack, type AfterSaleTally } from '../kit/after-sale.ts'
import { createProduct } from '../kit/create-product.ts'
import { refundFailpoints } from '../kit/failpoints.ts'
import type { Scenario } from '../kit/scenario.ts'
import type { Trial } from '../kit/trial.ts'
import { killAt } from './failpoints.ts'

const PLENTY = 100_000
const AT_ONCE = 4
const VICTIMS = [
  'orders',
  'orders-1',
  'payments',
  'payments-1',
  'products',
  'stripe-sandbox',
  'nats',
]

/** Orders are refunded in parts by several people at once, while Stripe refuses some and processes are killed. */
export const refunds: Scenario = {
  name: 'refunds in parts, kill -9 at each failpoint',
  invariants: [1, 10, 12, 24],
  quick: 1,
  full: 3,
  run: async (trial, times) => {
    const points = await refundFailpoints()
    const tally = await whileGivingBack(trial, async () => {
      for (let n = 0; n < times; n += 1) {
        for (const point of points) await killAt(point, trial)
        for (const victim of VICTIMS)
          await trial.processes.waitUntilReady(trial.processes.kill(victim))
      }
    })
    const hit = trial.failpoints.counts()
    return [
      ...points.map((point) => ({ what: point, seen: hit[point] ?? 0, goal: times })),
      {
        what: `refunds, returns and parcels of ${tally.orders} orders`,
        seen: tally.accepted,
        goal: 'some',
      },
      { what: 'refused: others were faster', seen: tally.refused, goal: 'some' },
      { what: 'accepted refunds that are missing', seen: tally.missing, goal: 0 },
      { what: 'orders without a final response', seen: tally.unresolved, goal: 0 },
    ]
  },
}

async function whileGivingBack(trial: Trial, work: () => Promise<void>): Promise<AfterSaleTally> {
  const products = await Promise.all([1, 2].map(() => createProduct(trial, PLENTY)))
  const tally = { orders: 0, accepted: 0, refused: 0, missing: 0, unresolved: 0 }
  let isOver = false
  const people = async () => {
    while (!isOver) await buyAndGiveBack(trial, products, tally)
  }
  const all = Promise.all(Array.from({ length: AT_ONCE }, people))
  try {
    await work()
  } finally {
    isOver = true
    await all
  }
  return tally
}

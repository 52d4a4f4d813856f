import { afterSaleFailpoints } from '../kit/failpoints.ts'
import { killEach } from '../kit/kill-each.ts'
import type { Scenario } from '../kit/scenario.ts'
import { afterSaleCounts, whileGivingBack } from '../kit/while-giving-back.ts'

const VICTIMS = [
  'orders',
  'orders-1',
  'payments',
  'payments-1',
  'products',
  'notifications',
  'mailbox',
  'stripe-sandbox',
]

/** Orders are refunded in parts by several people at once, while Stripe refuses some and processes are killed. */
export const refunds: Scenario = {
  name: 'refunds in parts while processes are killed',
  invariants: [1, 10, 12, 46, 47, 48],
  quick: 1,
  full: 3,
  run: async (trial, times) => {
    const points = await afterSaleFailpoints()
    const tally = await whileGivingBack(trial, async () => {
      for (let n = 0; n < times; n += 1) await killEach(trial, points, [...VICTIMS, trial.broker])
    })
    const hit = trial.failpoints.counts()
    return [
      ...points.map((point) => ({ what: point, seen: hit[point] ?? 0, goal: times })),
      ...afterSaleCounts(tally),
    ]
  },
}

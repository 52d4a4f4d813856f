import { checkoutFailpoints } from '../kit/failpoints.ts'
import { killEach } from '../kit/kill-each.ts'
import type { Scenario } from '../kit/scenario.ts'
import { unresolvedIn, whileShopping } from '../kit/while-shopping.ts'

/** Each failpoint kills a process under load. */
export const failpoints: Scenario = {
  name: 'kill -9 at each failpoint',
  invariants: [1, 3, 5, 12],
  quick: 1,
  full: 3,
  run: async (trial, times) => {
    const points = await checkoutFailpoints()
    const tally = await whileShopping(trial, async () => {
      for (let n = 0; n < times; n += 1) await killEach(trial, points)
    })
    const hit = trial.failpoints.counts()
    return [
      { what: 'failpoints', seen: points.length, goal: 20 },
      ...points.map((point) => ({ what: point, seen: hit[point] ?? 0, goal: times })),
      unresolvedIn(tally),
    ]
  },
}

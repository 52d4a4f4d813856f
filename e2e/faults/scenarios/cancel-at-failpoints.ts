import { endsAs, newOrder, newProduct, payUntilAnswered } from '../../fixtures/checkout.ts'
import { allFailpoints, struckAt } from '../kit/failpoints.ts'
import type { Count, Scenario } from '../kit/scenario.ts'
import { answered } from '../kit/shoppers.ts'
import type { Trial } from '../kit/trial.ts'

/** There is no order yet that could be cancelled. */
const BEFORE_THE_ORDER = /^orders\.created\./
const WITHIN_MS = 60_000

/** A checkout is held at each failpoint while its order is cancelled. */
export const cancelAtFailpoints: Scenario = {
  name: 'cancelled while held at each failpoint',
  invariants: [1, 7],
  full: 2,
  run: async (trial, times) => {
    const points = (await allFailpoints()).filter((point) => !BEFORE_THE_ORDER.test(point))
    const counts: Count[] = [{ what: 'failpoints', seen: points.length, goal: 16 }]
    let cancelled = 0
    for (let n = 0; n < times; n += 1)
      for (const point of points) if (await isCancelledAt(point, trial)) cancelled += 1
    const all = points.length * times
    return [
      ...counts,
      { what: `checkouts ended, ${cancelled} of them cancelled`, seen: all, goal: all },
    ]
  },
}

async function isCancelledAt(point: string, trial: Trial): Promise<boolean> {
  const { failpoints } = trial
  const order = await newOrder(await newProduct(3))
  failpoints.arm(point, 'hold')
  const paying = payUntilAnswered(order, WITHIN_MS)
  const held = await struckAt(failpoints, point)
  const { status } = await answered(trial, () => order.buyer.delete(order.path))
  failpoints.release(held, 'hold')
  await paying
  const end = await endsAs(order, status === 200 ? 'Cancelled' : 'Complete', WITHIN_MS)
  return end.status === 'Cancelled'
}

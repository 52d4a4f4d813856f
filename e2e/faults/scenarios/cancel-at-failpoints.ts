import { endsAs, newOrder, payUntilAnswered } from '../../fixtures/checkout.ts'
import { createProduct } from '../kit/create-product.ts'
import { checkoutFailpoints, waitForHit } from '../kit/failpoints.ts'
import type { Scenario } from '../kit/scenario.ts'
import { retryUntilFinal } from '../kit/shoppers.ts'
import type { Trial } from '../kit/trial.ts'

/** No order exists yet that could be cancelled. */
const BEFORE_THE_ORDER = /^orders\.created\./
const WITHIN_MS = 45_000

/** An order is cancelled while its checkout is held at each failpoint. */
export const cancelAtFailpoints: Scenario = {
  name: 'cancel while paused at each failpoint',
  invariants: [1, 7],
  full: 2,
  run: async (trial, times) => {
    const points = (await checkoutFailpoints()).filter((point) => !BEFORE_THE_ORDER.test(point))
    const counts = { cancelled: 0, complete: 0, wrong: 0 }
    // One wrong result is enough: each takes the whole timeout.
    for (const point of Array.from({ length: times }, () => points).flat())
      if (counts.wrong === 0) counts[await cancelledAt(point, trial)] += 1
    return [
      { what: 'failpoints', seen: points.length, goal: 18 },
      { what: 'checkouts cancelled', seen: counts.cancelled, goal: 'some' },
      { what: 'checkouts too late to be cancelled', seen: counts.complete, goal: 'some' },
      { what: 'checkouts that ended differently than acknowledged', seen: counts.wrong, goal: 0 },
    ]
  },
}

async function cancelledAt(
  point: string,
  trial: Trial,
): Promise<'cancelled' | 'complete' | 'wrong'> {
  const { failpoints } = trial
  const order = await newOrder(await createProduct(trial, 3))
  failpoints.arm(point, 'hold')
  const paying = payUntilAnswered(order, WITHIN_MS)
  const held = await waitForHit(failpoints, point)
  const { status } = await retryUntilFinal(trial, () => order.buyer.delete(order.path))
  failpoints.release(held, 'hold')
  await paying
  const expected = status === 200 ? 'Cancelled' : 'Complete'
  const ended = await endsAs(order, expected, WITHIN_MS).catch(() => null)
  if (ended === null) return 'wrong'
  return expected === 'Cancelled' ? 'cancelled' : 'complete'
}

import { endsAs, newOrder, payUntilAnswered } from '../../fixtures/checkout.ts'
import { createProduct } from '../kit/create-product.ts'
import { allFailpoints, hitAt } from '../kit/failpoints.ts'
import type { Scenario } from '../kit/scenario.ts'
import { answered } from '../kit/shoppers.ts'
import type { Trial } from '../kit/trial.ts'

/** There is no order yet that could be cancelled. */
const BEFORE_THE_ORDER = /^orders\.created\./
const WITHIN_MS = 45_000

/** A checkout is held at each failpoint while its order is cancelled. */
export const cancelAtFailpoints: Scenario = {
  name: 'cancelled while held at each failpoint',
  invariants: [1, 7],
  full: 2,
  run: async (trial, times) => {
    const points = (await allFailpoints()).filter((point) => !BEFORE_THE_ORDER.test(point))
    const ends = { cancelled: 0, complete: 0, wrong: 0 }
    // One that ends wrong is enough: each is waited for until it cannot end right any more.
    for (const point of Array.from({ length: times }, () => points).flat())
      if (ends.wrong === 0) ends[await cancelledAt(point, trial)] += 1
    return [
      { what: 'failpoints', seen: points.length, goal: 16 },
      { what: 'checkouts cancelled', seen: ends.cancelled, goal: 'some' },
      { what: 'checkouts too late to be cancelled', seen: ends.complete, goal: 'some' },
      { what: 'checkouts that ended otherwise than was told', seen: ends.wrong, goal: 0 },
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
  const held = await hitAt(failpoints, point)
  const { status } = await answered(trial, () => order.buyer.delete(order.path))
  failpoints.release(held, 'hold')
  await paying
  const told = status === 200 ? 'Cancelled' : 'Complete'
  const end = await endsAs(order, told, WITHIN_MS).catch(() => null)
  if (end === null) return 'wrong'
  return told === 'Cancelled' ? 'cancelled' : 'complete'
}

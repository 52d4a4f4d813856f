import { eventually } from '@shop/shared/testing'
import { endsAs, newOrder, payUntilAnswered } from '../../fixtures/checkout.ts'
import { createProduct } from '../kit/create-product.ts'
import { waitForHit } from '../kit/failpoints.ts'
import type { Scenario } from '../kit/scenario.ts'

const SOON_MS = 60_000

/** One replica of payments is stopped between Capturing and the capture; the other takes over. */
export const pausedCapture: Scenario = {
  name: 'payments paused between Capturing and capture',
  invariants: [1, 6, 41],
  quick: 5,
  full: 45,
  run: async (trial, seconds) => {
    const { failpoints } = trial
    const point = 'payments.afterCapturing'
    failpoints.arm(point, 'pause')
    const order = await newOrder(await createProduct(trial, 3))
    const paying = payUntilAnswered(order, SOON_MS)
    const paused = await waitForHit(failpoints, point)
    const over = Bun.sleep(seconds * 1000)
    await endsAs(order, 'Complete', SOON_MS)
    await over
    failpoints.release(paused, 'pause')
    await paying
    const { body } = await eventually(() => order.buyer.get(order.path))
    return [
      {
        what: `seconds of pause, the order completed by the other replica`,
        seen: seconds,
        goal: seconds,
      },
      { what: 'refunds after the pause', seen: body.refunds.length, goal: 0 },
    ]
  },
}

import { checkoutFailpoints, waitForHit } from '../kit/failpoints.ts'
import type { Scenario } from '../kit/scenario.ts'
import type { Trial } from '../kit/trial.ts'
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
      for (let n = 0; n < times; n += 1) for (const point of points) await killAt(point, trial)
    })
    const hit = trial.failpoints.counts()
    return [
      { what: 'failpoints', seen: points.length, goal: 20 },
      ...points.map((point) => ({ what: point, seen: hit[point] ?? 0, goal: times })),
      unresolvedIn(tally),
    ]
  },
}

/** Kills the first process that reaches the point. */
export async function killAt(
  point: string,
  { failpoints: armed, processes }: Trial,
): Promise<void> {
  armed.arm(point, 'kill')
  const hit = await waitForHit(armed, point).catch(() => undefined)
  if (hit === undefined) return armed.disarm(point)
  armed.release(hit, 'kill')
  await processes.waitUntilReady(hit.pid)
}

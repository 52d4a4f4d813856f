import { allFailpoints, hitAt } from '../kit/failpoints.ts'
import type { Scenario } from '../kit/scenario.ts'
import type { Trial } from '../kit/trial.ts'
import { lostIn, whileShopping } from '../kit/while-shopping.ts'

/** Each failpoint kills the process that comes by, while people buy. */
export const failpoints: Scenario = {
  name: 'kill -9 at each failpoint',
  invariants: [1, 3, 5, 12],
  quick: 1,
  full: 3,
  run: async (trial, times) => {
    const points = await allFailpoints()
    const tally = await whileShopping(trial, async () => {
      for (let n = 0; n < times; n += 1) for (const point of points) await killAt(point, trial)
    })
    const struck = trial.failpoints.counts()
    return [
      { what: 'failpoints', seen: points.length, goal: 18 },
      ...points.map((point) => ({ what: point, seen: struck[point] ?? 0, goal: times })),
      lostIn(tally),
    ]
  },
}

async function killAt(point: string, { failpoints: armed, processes }: Trial): Promise<void> {
  armed.arm(point, 'kill')
  const struck = await hitAt(armed, point).catch(() => undefined)
  if (struck === undefined) return armed.disarm(point)
  armed.release(struck, 'kill')
  await processes.areReady(struck.pid)
}

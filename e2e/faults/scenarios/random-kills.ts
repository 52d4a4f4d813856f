import type { Scenario } from '../kit/scenario.ts'
import { REPLICAS } from '../kit/trial.ts'
import { unresolvedIn, whileShopping } from '../kit/while-shopping.ts'

const VICTIMS = [...REPLICAS, 'nats', 'mongo', 'minio', 'stripe-sandbox']
const PAUSE_MS = 1000

/** Every process is killed in random order under load. */
export const randomKills: Scenario = {
  name: 'random kill -9 of everything under load',
  invariants: [1, 3, 12, 16],
  quick: 1,
  full: 3,
  run: async (trial, times) => {
    const order = Array.from({ length: times }, () => shuffled(VICTIMS)).flat()
    const tally = await whileShopping(trial, async () => {
      for (const victim of order) {
        await Bun.sleep(Math.random() * PAUSE_MS)
        await trial.processes.waitUntilReady(trial.processes.kill(victim))
      }
    })
    return [
      { what: 'kills', seen: order.length, goal: VICTIMS.length * times },
      unresolvedIn(tally),
    ]
  },
}

function shuffled<T>(list: readonly T[]): T[] {
  return list
    .map((each) => ({ each, at: Math.random() }))
    .toSorted((one, other) => one.at - other.at)
    .map(({ each }) => each)
}

import type { Scenario } from '../kit/scenario.ts'
import { REPLICAS } from '../kit/trial.ts'
import { unresolvedIn, whileShopping } from '../kit/while-shopping.ts'

const VICTIMS = [...REPLICAS, 'mongo', 'mailbox', 'stripe-sandbox']
const AT_ONCE = 2
const PAUSE_MS = 1000

/** Every process is killed in random order under load, at most two at once. */
export const randomKills: Scenario = {
  name: 'random kill -9 of everything under load',
  invariants: [1, 3, 12, 16],
  quick: 1,
  full: 3,
  run: async (trial, times) => {
    const victims = [...VICTIMS, trial.broker, ...trial.store]
    const left = Array.from({ length: times }, () => shuffled(victims)).flat()
    let kills = 0
    const killInTurn = async () => {
      for (let victim = left.pop(); victim !== undefined; victim = left.pop()) {
        await Bun.sleep(Math.random() * PAUSE_MS)
        await trial.processes.killAndWait(victim)
        kills += 1
      }
    }
    const tally = await whileShopping(trial, async () => {
      await Promise.all(Array.from({ length: AT_ONCE }, killInTurn))
    })
    return [{ what: 'kills', seen: kills, goal: victims.length * times }, unresolvedIn(tally)]
  },
}

function shuffled<T>(list: readonly T[]): T[] {
  return list
    .map((each) => ({ each, at: Math.random() }))
    .toSorted((one, other) => one.at - other.at)
    .map(({ each }) => each)
}

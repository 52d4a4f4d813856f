import type { Scenario } from '../kit/scenario.ts'
import { REPLICAS } from '../kit/trial.ts'
import { unresolvedIn, whileShopping } from '../kit/while-shopping.ts'

const EVERYTHING = [...REPLICAS, 'stripe-sandbox', 'mailbox', 'mongo']
const SHOPPING_MS = 2000

/** A power cut under load: everything is killed at the same moment. */
export const allAtOnce: Scenario = {
  name: 'everything killed at once',
  invariants: [1, 12, 40],
  quick: 1,
  full: 3,
  run: async (trial, times) => {
    const tally = await whileShopping(trial, async () => {
      for (let n = 0; n < times; n += 1) {
        await Bun.sleep(SHOPPING_MS)
        const everything = [...EVERYTHING, trial.broker, ...trial.store]
        const pids = everything.map((name) => trial.processes.kill(name))
        for (const pid of pids) await trial.processes.waitUntilReady(pid)
      }
    })
    return [{ what: 'power cuts', seen: times, goal: times }, unresolvedIn(tally)]
  },
}

import type { Scenario } from '../../kit/scenario.ts'
import type { Trial } from '../../kit/trial.ts'
import { unresolvedIn, whileShopping } from '../../kit/while-shopping.ts'

const BEFORE_MS = 3000
const AFTER_MS = 5000
/** A new leader must be found, and everything that waited be done, in this time. */
const LONGEST_MS = 15_000

/** What happens to members of sets under load, and how long shoppers wait for an answer because of it. */
export function whileMembers(
  name: string,
  happens: (trial: Trial) => Promise<void>,
  longestMs = LONGEST_MS,
): Scenario {
  return {
    name,
    invariants: [1, 3, 12, 16, 18],
    full: 1,
    run: async (trial) => {
      const waits = { longestMs: 0, failures: 0 }
      const tally = await whileShopping({ ...trial, waits }, async () => {
        await Bun.sleep(BEFORE_MS)
        await happens(trial)
        await Bun.sleep(AFTER_MS)
      })
      const seen = Math.round(waits.longestMs)
      return [
        { what: 'longest wait for an answer, ms', seen, goal: { atMost: longestMs } },
        { what: 'responses with status 500', seen: waits.failures, goal: 0 },
        unresolvedIn(tally),
      ]
    },
  }
}

import { copyStore, loseMessages, replaceStore } from '../../kit/broker-store.ts'
import type { Scenario } from '../../kit/scenario.ts'
import { unresolvedIn, whileShopping } from '../../kit/while-shopping.ts'

/** Copies older and younger than the mark, which is renewed every two seconds. */
const AGES_MS = [8000, 300]

export const brokerRestored: Scenario = {
  name: 'broker restored from a copy under load',
  invariants: [1, 3, 13],
  quick: 1,
  full: 2,
  run: async (trial, times) => {
    const tally = await whileShopping(trial, async () => {
      for (let n = 0; n < times; n += 1)
        for (const age of AGES_MS) {
          await Bun.sleep(age)
          const copy = copyStore(trial)
          await Bun.sleep(age)
          await loseMessages(trial, ['payments', 'payments-1'], () => replaceStore(trial, { copy }))
        }
    })
    const restored = times * AGES_MS.length
    return [{ what: 'copies restored', seen: restored, goal: restored }, unresolvedIn(tally)]
  },
}

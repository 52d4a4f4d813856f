import { loseMessages, replaceStore } from '../../kit/broker-store.ts'
import type { Scenario } from '../../kit/scenario.ts'
import { unresolvedIn, whileShopping } from '../../kit/while-shopping.ts'

const SHOPPING_MS = 3000

/** Both replicas of a consumer are down; twice within a few seconds. */
export const brokerWiped: Scenario = {
  name: 'broker store wiped under load',
  invariants: [1, 3, 13],
  quick: 2,
  full: 2,
  run: async (trial, times) => {
    const tally = await whileShopping(trial, async () => {
      for (let n = 0; n < times; n += 1) {
        await Bun.sleep(SHOPPING_MS)
        await loseMessages(trial, ['products', 'products-1'], () => replaceStore(trial, {}))
      }
      await Bun.sleep(SHOPPING_MS)
    })
    return [{ what: 'wipes', seen: times, goal: times }, unresolvedIn(tally)]
  },
}

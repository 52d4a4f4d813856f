import { replaceStore, loseMessages } from '../../kit/broker-store.ts'
import { waitForHit } from '../../kit/failpoints.ts'
import type { Scenario } from '../../kit/scenario.ts'
import type { Trial } from '../../kit/trial.ts'
import { unresolvedIn, whileShopping } from '../../kit/while-shopping.ts'

const POINT = 'broker.beforeMark'
const SHOPPING_MS = 3000

/** The store is wiped, and a service dies when it has republished and not yet marked the broker. */
export const killedWhileRepublishing: Scenario = {
  name: 'killed between republishing and the mark',
  invariants: [1, 3, 13],
  full: 3,
  run: async (trial, times) => {
    // An earlier scenario has hit it, too.
    const before = hitsOf(trial)
    const tally = await whileShopping(trial, async () => {
      for (let n = 0; n < times; n += 1) await wipeAndKill(trial)
      await Bun.sleep(SHOPPING_MS)
    })
    return [{ what: POINT, seen: hitsOf(trial) - before, goal: times }, unresolvedIn(tally)]
  },
}

const hitsOf = ({ failpoints }: Trial) => failpoints.counts()[POINT] ?? 0

async function wipeAndKill(trial: Trial): Promise<void> {
  await Bun.sleep(SHOPPING_MS)
  await loseMessages(trial, ['products', 'products-1'], () => {
    replaceStore(trial, {})
    trial.failpoints.arm(POINT, 'kill')
  })
  const hit = await waitForHit(trial.failpoints, POINT)
  trial.failpoints.release(hit, 'kill')
  await trial.processes.waitUntilReady(hit.pid)
}

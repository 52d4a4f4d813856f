import { renameSync } from 'node:fs'
import { join } from 'node:path'
import type { Scenario } from '../kit/scenario.ts'
import type { Trial } from '../kit/trial.ts'
import { unresolvedIn, whileShopping } from '../kit/while-shopping.ts'

const SHOPPING_MS = 3000
const CONSUMERS = ['products', 'products-1']
const WAITING_MS = 1000

/** The broker is killed and loses its store, with undelivered messages, under load. */
export const brokerWiped: Scenario = {
  name: 'broker store wiped under load',
  invariants: [1, 3, 13],
  quick: 2,
  full: 2,
  run: async (trial, times) => {
    const tally = await whileShopping(trial, async () => {
      for (let n = 0; n < times; n += 1) {
        await Bun.sleep(SHOPPING_MS)
        await wipe(trial)
      }
      await Bun.sleep(SHOPPING_MS)
    })
    return [{ what: 'wipes', seen: times, goal: times }, unresolvedIn(tally)]
  },
}

async function wipe({ data, processes, expected }: Trial): Promise<void> {
  expected.isLogWhole = false
  for (const name of CONSUMERS) processes.pause(name)
  await Bun.sleep(WAITING_MS)
  const store = join(data, 'nats')
  // What it writes until it is killed goes to the old folder.
  renameSync(store, `${store}.gone-${Date.now()}`)
  await processes.waitUntilReady(processes.kill('nats'))
  // They may hold messages that were already delivered.
  for (const name of CONSUMERS) await processes.waitUntilReady(processes.kill(name))
}

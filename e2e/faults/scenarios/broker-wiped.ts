import { renameSync } from 'node:fs'
import { join } from 'node:path'
import type { Scenario } from '../kit/scenario.ts'
import type { Trial } from '../kit/trial.ts'
import { lostIn, whileShopping } from '../kit/while-shopping.ts'

const SHOPPING_MS = 3000
const CONSUMERS = ['products', 'products-1']
const WAITING_MS = 1000

/** The broker is killed and loses its whole store while people buy, with messages that nobody has taken yet. */
export const brokerWiped: Scenario = {
  name: "the broker's store wiped under load",
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
    return [{ what: 'wipes', seen: times, goal: times }, lostIn(tally)]
  },
}

async function wipe({ data, processes, expected }: Trial): Promise<void> {
  expected.isLogWhole = false
  for (const name of CONSUMERS) processes.pause(name)
  await Bun.sleep(WAITING_MS)
  const store = join(data, 'nats')
  // What it still writes until it is dead goes where nobody looks.
  renameSync(store, `${store}.gone-${Date.now()}`)
  await processes.areReady(processes.kill('nats'))
  // With them goes what the broker had handed out already.
  for (const name of CONSUMERS) await processes.areReady(processes.kill(name))
}

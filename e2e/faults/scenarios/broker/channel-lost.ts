import { loseMessages, replaceStore } from '../../kit/broker-store.ts'
import type { Scenario } from '../../kit/scenario.ts'
import type { Trial } from '../../kit/trial.ts'
import { unresolvedIn, whileShopping } from '../../kit/while-shopping.ts'

const SHOPPING_MS = 3000

/** Channels whose loss stops a sale at each of its steps, and who consumes them. */
const CHANNELS: [string, readonly string[]][] = [
  ['order:created', ['payments', 'payments-1']],
  ['payment:authorized', ['products', 'products-1']],
  ['inventory:reserved', ['payments', 'payments-1']],
  ['payment:created', ['orders', 'orders-1', 'products', 'products-1']],
]

export const channelLost: Scenario = {
  name: 'broker loses one channel under load',
  invariants: [1, 3, 13],
  full: 1,
  // JetStream keeps all subjects in one stream.
  bus: 'stan',
  run: async (trial, times) => {
    const tally = await whileShopping(trial, async () => {
      for (let n = 0; n < times; n += 1)
        for (const [channel, consumers] of CHANNELS) await lose(trial, channel, consumers)
      await Bun.sleep(SHOPPING_MS)
    })
    const lost = times * CHANNELS.length
    return [{ what: 'channels lost', seen: lost, goal: lost }, unresolvedIn(tally)]
  },
}

async function lose(trial: Trial, part: string, consumers: readonly string[]): Promise<void> {
  await Bun.sleep(SHOPPING_MS)
  await loseMessages(trial, consumers, () => replaceStore(trial, { part }))
}

import { createBus } from '@shop/shared/events'
import { createLog } from '@shop/shared/log'
import { busSettings, eventually, readStack } from '@shop/shared/testing'
import type { Scenario } from '../kit/scenario.ts'
import type { Trial } from '../kit/trial.ts'
import { unresolvedIn, whileShopping } from '../kit/while-shopping.ts'

const VICTIM = 'orders-1'

/** While a replica is stopped, another client takes its client id; after resuming it takes the id back. */
export const stolenIdentity: Scenario = {
  name: 'client id of a replica taken over',
  invariants: [18],
  full: 3,
  run: async (trial, times) => {
    const tally = await whileShopping(trial, async () => {
      for (let n = 0; n < times; n += 1) await takeOver(trial)
    })
    return [{ what: 'takeovers', seen: times, goal: times }, unresolvedIn(tally)]
  },
}

async function takeOver({ processes }: Trial): Promise<void> {
  const resume = processes.pause(VICTIM)
  const settings = { ...busSettings(await readStack()), NATS_CLIENT_ID: VICTIM, ACK_WAIT_S: 2 }
  const intruder = createBus(settings, createLog('intruder', 'silent'))
  await eventually(() => {
    if (!intruder.isConnected()) throw new Error('the client id is not taken over yet')
  })
  resume()
  await intruder.close()
  await processes.waitUntilReady()
}

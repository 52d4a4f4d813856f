import { NatsStreamingBus } from '@shop/shared/events'
import { createLog } from '@shop/shared/log'
import { eventually } from '@shop/shared/testing'
import type { Scenario } from '../kit/scenario.ts'
import type { Trial } from '../kit/trial.ts'
import { lostIn, whileShopping } from '../kit/while-shopping.ts'

const VICTIM = 'orders-1'

/** While a replica sleeps, somebody else takes its name at the broker; it wakes up and takes it back. */
export const stolenIdentity: Scenario = {
  name: "a replica's name at the broker is stolen",
  invariants: [18],
  full: 3,
  run: async (trial, times) => {
    const tally = await whileShopping(trial, async () => {
      for (let n = 0; n < times; n += 1) await steal(trial)
    })
    return [{ what: 'thefts', seen: times, goal: times }, lostIn(tally)]
  },
}

async function steal({ processes, shop }: Trial): Promise<void> {
  const resume = processes.pause(VICTIM)
  const { url, clusterId } = shop.addresses.nats
  const log = createLog('thief', 'silent')
  const thief = new NatsStreamingBus({
    url,
    clusterId,
    clientId: VICTIM,
    ackWaitS: 2,
    prefix: '',
    log,
  })
  await eventually(() => {
    if (!thief.isConnected()) throw new Error('the name is not stolen yet')
  })
  resume()
  await thief.close()
  await processes.areReady()
}

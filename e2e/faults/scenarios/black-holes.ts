import type { Count } from '../kit/count.ts'
import type { Scenario } from '../kit/scenario.ts'
import type { Tally } from '../kit/shoppers.ts'
import type { Trial } from '../kit/trial.ts'
import { lostIn, whileShopping } from '../kit/while-shopping.ts'

type Server = keyof Trial['proxies']
const SERVERS: readonly Server[] = ['mongo', 'nats', 'stripe', 'minio']
const WARM_UP_MS = 1000

/** Each server in turn swallows everything in silence; the broker also its acknowledgements alone. */
export const blackHoles: Scenario = {
  name: 'black holes before Mongo, NATS, Stripe, MinIO',
  invariants: [1, 18, 21, 24],
  full: 30,
  run: async (trial, seconds) => {
    const counts: Count[] = []
    for (const server of SERVERS) counts.push(told(server, await swallowed(trial, server, seconds)))
    counts.push(
      told('acknowledgements of nats', await swallowed(trial, 'nats', seconds, 'responses')),
    )
    return counts
  },
}

function swallowed(
  trial: Trial,
  server: Server,
  seconds: number,
  ...ways: 'responses'[]
): Promise<Tally> {
  const proxy = trial.proxies[server]
  return whileShopping(trial, async () => {
    await Bun.sleep(WARM_UP_MS)
    proxy.swallow(...ways)
    await Bun.sleep(seconds * 1000)
    proxy.mend()
  })
}

const told = (server: string, tally: Tally): Count => {
  const { what, ...count } = lostIn(tally)
  return { what: `${server}: ${what}`, ...count }
}

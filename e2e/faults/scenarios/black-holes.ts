import type { Count } from '../kit/count.ts'
import type { Scenario } from '../kit/scenario.ts'
import type { Tally } from '../kit/shoppers.ts'
import type { Trial } from '../kit/trial.ts'
import { unresolvedIn, whileShopping } from '../kit/while-shopping.ts'

type Server = keyof Trial['proxies']
const SERVERS: readonly Server[] = ['mongo', 'broker', 'stripe', 'minio']
const WARM_UP_MS = 1000

/** Each server in turn becomes unreachable without closing connections; for the broker also only its acknowledgements. */
export const blackHoles: Scenario = {
  name: 'black-holed Mongo, broker, Stripe, MinIO',
  invariants: [1, 18, 21, 24],
  full: 30,
  run: async (trial, seconds) => {
    const counts: Count[] = []
    for (const server of SERVERS)
      counts.push(labeled(server, await blackHole(trial, server, seconds)))
    counts.push(
      labeled(
        'acknowledgements of the broker',
        await blackHole(trial, 'broker', seconds, 'responses'),
      ),
    )
    return counts
  },
}

function blackHole(
  trial: Trial,
  server: Server,
  seconds: number,
  ...ways: 'responses'[]
): Promise<Tally> {
  const proxy = trial.proxies[server]
  return whileShopping(trial, async () => {
    await Bun.sleep(WARM_UP_MS)
    const end = trial.expected.interruptions.of(server)
    proxy.swallow(...ways)
    await Bun.sleep(seconds * 1000)
    proxy.mend()
    end()
  })
}

const labeled = (server: string, tally: Tally): Count => {
  const { what, ...count } = unresolvedIn(tally)
  return { what: `${server}: ${what}`, ...count }
}

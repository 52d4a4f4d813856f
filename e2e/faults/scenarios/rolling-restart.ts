import { SERVICES } from '@shop/shared/contracts'
import type { Scenario } from '../kit/scenario.ts'
import { failedIn, PER_SECOND, startTraffic } from '../kit/traffic.ts'

/** All services are restarted at once under steady load, one replica of each after the other. */
export const rollingRestart: Scenario = {
  name: `rolling restart under ${PER_SECOND} requests a second`,
  invariants: [39],
  quick: 1,
  full: 3,
  run: async (trial, rounds) => {
    const traffic = await startTraffic(trial)
    let restarts = 0
    const restartBoth = async (service: string) => {
      for (const replica of [service, `${service}-1`]) {
        await trial.processes.restart(replica)
        restarts += 1
      }
    }
    for (let round = 0; round < rounds; round += 1) await Promise.all(SERVICES.map(restartBoth))
    return [
      { what: 'restarts', seen: restarts, goal: SERVICES.length * 2 * rounds },
      failedIn(await traffic.stop()),
    ]
  },
}

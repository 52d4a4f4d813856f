import type { Scenario } from '../kit/scenario.ts'
import { failedIn, PER_SECOND, startTraffic } from '../kit/traffic.ts'
import { REPLICAS } from '../kit/trial.ts'

/** Every replica is restarted in turn under steady load. */
export const rollingRestart: Scenario = {
  name: `rolling restart under ${PER_SECOND} requests a second`,
  invariants: [39],
  quick: 1,
  full: 3,
  run: async (trial, rounds) => {
    const traffic = await startTraffic(trial)
    for (let round = 0; round < rounds; round += 1)
      for (const name of REPLICAS) await trial.processes.restart(name)
    return [
      { what: 'restarts', seen: REPLICAS.length * rounds, goal: REPLICAS.length * rounds },
      failedIn(await traffic.stop()),
    ]
  },
}

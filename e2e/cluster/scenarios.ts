import type { Count } from '../faults/kit/count.ts'
import type { Environment } from '../faults/kit/environment.ts'
import { failedIn, PER_SECOND, startTraffic } from '../faults/kit/traffic.ts'
import { unresolvedIn, whileShopping } from '../faults/kit/while-shopping.ts'
import { killAllPods, killPodOf, programs, restart } from './pods.ts'

interface Scenario {
  name: string
  run: (environment: Environment) => Promise<Count[]>
}

/** The scenarios for a shop on a cluster. */
export const SCENARIOS: readonly Scenario[] = [
  {
    name: `every Deployment restarted under ${PER_SECOND} requests a second`,
    run: async (environment) => {
      const deployments = await programs('deployment')
      const traffic = await startTraffic(environment)
      for (const name of deployments) await restart(name)
      return [counted('restarts', deployments), failedIn(await traffic.stop())]
    },
  },
  {
    name: 'a pod of every program killed under shoppers, servers first',
    run: async (environment) => {
      const all = [...(await programs('statefulset')), ...(await programs('deployment'))]
      const tally = await whileShopping(environment, async () => {
        for (const name of all) await killPodOf(name)
      })
      return [counted('kills', all), unresolvedIn(tally)]
    },
  },
  {
    name: 'all pods killed at once under shoppers',
    run: async (environment) => [unresolvedIn(await whileShopping(environment, killAllPods))],
  },
]

function counted(what: string, programsOfIt: readonly string[]): Count {
  return { what, seen: programsOfIt.length, goal: 'some' }
}

import { SWEEPERS } from '../shop/sweepers.ts'
import type { BrokerChecks } from './broker-checks.ts'
import { checkBroker } from './check-broker.ts'
import { PUBLISHING, processesOf, type Service } from './services.ts'
import type { Steps } from './steps.ts'
import { countOf, type Thread } from './threads.ts'
import type { World } from './world.ts'

interface Running {
  world: World
  threads: Thread[]
  checks: BrokerChecks
  start: (service: Service, name: string, steps: Steps, cause?: Partial<Thread>) => void
}

const SWEEP = 'sweep'
const RENEWAL = 'renew the mark'

/** Starts the sweepers and renewals that are not running. */
export function sweepAll(running: Running): void {
  const { world, threads } = running
  const isIdle = (service: Service, name: string) =>
    countOf(threads, service, name, world.now) === 0
  for (const { service, steps } of SWEEPERS)
    if (isIdle(service, SWEEP)) running.start(service, SWEEP, steps(world))
  for (const service of PUBLISHING) if (isIdle(service, RENEWAL)) renew(running, service)
}

/** A process renews the mark only after it has checked its connection. */
function renew(running: Running, service: Service): void {
  const { world, threads, checks } = running
  const process = world.random.pick(processesOf(service))
  const isChecking = threads.some((thread) => thread.isCheck && thread.process === process)
  if (isChecking || checks.due.some((check) => check.process === process)) return
  running.start(service, RENEWAL, checkBroker(world, service, true), { process })
}

import { KEY_AGE, LONGEST_PAUSE } from './clock.ts'
import { SERVICES, processesOf } from './services.ts'
import type { Thread } from './threads.ts'
import type { World } from './world.ts'

/** The maximum number of each fault in a run. */
export interface Limits {
  kills: number
  wipes: number
  losses: number
  pauses: number
  lapses: number
  outages: number
}

/** What a fault can affect. */
interface Target {
  world: World
  limits: Limits
  threads: Thread[]
}

type Fault = { below: number; name: keyof Limits; happen: (target: Target) => void }

const FAULTS: readonly Fault[] = [
  { below: 0.012, name: 'kills', happen: (target) => kill(target, anyProcess(target)) },
  { below: 0.016, name: 'wipes', happen: ({ world }) => world.bus.wipe() },
  { below: 0.04, name: 'pauses', happen: pause },
  { below: 0.046, name: 'lapses', happen: lapse },
  { below: 0.047, name: 'outages', happen: stopAllForADay },
]
const QUIET_BELOW = 0.049

/** Draws whether a fault happens at this tick, and which. */
export function injectFault(target: Target): void {
  const { world, limits } = target
  const roll = world.random.next()
  world.current = 'faults'
  for (const { below, name, happen } of FAULTS)
    if (roll < below && world.stats[name] < limits[name]) return happen(target)
  if (roll < QUIET_BELOW) world.now += world.random.between(30, 150)
}

function anyProcess({ world: { random } }: Target): string {
  return random.pick(processesOf(random.pick(SERVICES)))
}

/** Ends the threads of a process; its messages are redelivered unless the broker lost them. */
function kill(target: Target, process: string): void {
  const { world, limits } = target
  world.stats.kills += 1
  world.record(`--- ${process} is killed`)
  for (const thread of target.threads) {
    const isLosable = world.stats.losses < limits.losses
    if (thread.process !== process || thread.delivery === undefined || !isLosable) continue
    if (!world.random.chance(0.2)) continue
    world.stats.losses += 1
    world.bus.lose(thread.delivery)
  }
  target.threads = target.threads.filter((thread) => thread.process !== process)
  world.bus.unsaved = []
}

function stopAllForADay(target: Target): void {
  target.world.stats.outages += 1
  for (const process of SERVICES.flatMap(processesOf)) kill(target, process)
  target.world.now += KEY_AGE + 1
}

/** Pauses one thread or a whole process. */
function pause({ world, threads }: Target): void {
  if (threads.length === 0) return
  const { random } = world
  const victim = random.pick(threads)
  const until = world.now + random.between(20, random.chance(0.3) ? LONGEST_PAUSE : 150)
  world.stats.pauses += 1
  const isWhole = random.chance(0.3)
  const name = isWhole ? victim.process : `${victim.process} ${victim.name}`
  world.record(`--- ${name} is paused until ${until}`)
  for (const thread of threads)
    if (thread === victim || (isWhole && thread.process === victim.process))
      thread.pausedUntil = until
}

function lapse({ world }: Target): void {
  const intents = [...world.stripe.intents.values()]
  const held = intents.filter(({ status }) => status === 'requires_capture')
  if (held.length === 0) return
  world.stats.lapses += 1
  world.stripe.expire(world.random.pick(held))
}

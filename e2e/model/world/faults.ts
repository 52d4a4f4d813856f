import { KEY_AGE, LONGEST_PAUSE } from './clock.ts'
import { SERVICES, processesOf } from './services.ts'
import type { Thread } from './threads.ts'
import type { World } from './world.ts'

/** How often each fault may happen in one run. */
export interface Limits {
  kills: number
  wipes: number
  losses: number
  pauses: number
  lapses: number
  outages: number
}

/** What a fault can reach: the world and the threads that run in it. */
interface Reach {
  world: World
  limits: Limits
  threads: Thread[]
}

type Fault = { below: number; name: keyof Limits; happen: (reach: Reach) => void }

const FAULTS: readonly Fault[] = [
  { below: 0.012, name: 'kills', happen: (reach) => kill(reach, anyProcess(reach)) },
  { below: 0.016, name: 'wipes', happen: ({ world }) => world.bus.wipe() },
  { below: 0.04, name: 'pauses', happen: pause },
  { below: 0.046, name: 'lapses', happen: lapse },
  { below: 0.047, name: 'outages', happen: endEverythingForADay },
]
const QUIET_BELOW = 0.049

/** Draws whether something goes wrong at this tick, and what. */
export function injectFault(reach: Reach): void {
  const { world, limits } = reach
  const dice = world.random.next()
  world.current = 'faults'
  for (const { below, name, happen } of FAULTS)
    if (dice < below && world.stats[name] < limits[name]) return happen(reach)
  if (dice < QUIET_BELOW) world.now += world.random.between(30, 150)
}

function anyProcess({ world: { random } }: Reach): string {
  return random.pick(processesOf(random.pick(SERVICES)))
}

/** The threads of a process are gone; its messages come again, unless the broker lost them too. */
function kill(reach: Reach, process: string): void {
  const { world, limits } = reach
  world.stats.kills += 1
  world.record(`--- ${process} is killed`)
  for (const thread of reach.threads) {
    const isLosable = world.stats.losses < limits.losses
    if (thread.process !== process || thread.delivery === undefined || !isLosable) continue
    if (!world.random.chance(0.2)) continue
    world.stats.losses += 1
    world.bus.lose(thread.delivery)
  }
  reach.threads = reach.threads.filter((thread) => thread.process !== process)
  world.bus.unsaved = []
}

function endEverythingForADay(reach: Reach): void {
  reach.world.stats.outages += 1
  for (const process of SERVICES.flatMap(processesOf)) kill(reach, process)
  reach.world.now += KEY_AGE + 1
}

/** One thread stalls, or a whole process is stopped; the others go on. */
function pause({ world, threads }: Reach): void {
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

function lapse({ world }: Reach): void {
  const intents = [...world.stripe.intents.values()]
  const held = intents.filter(({ status }) => status === 'requires_capture')
  if (held.length === 0) return
  world.stats.lapses += 1
  world.stripe.expire(world.random.pick(held))
}

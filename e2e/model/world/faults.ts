import type { BrokerChecks } from './broker-checks.ts'
import type { Bus } from './bus.ts'
import { LONGEST_ELECTION, LONGEST_PAUSE, ONE_DAY } from './clock.ts'
import { CONSUMERS, type Subject } from './events.ts'
import { SERVICES, processesOf } from './services.ts'
import type { Thread } from './threads.ts'
import type { World } from './world.ts'

/** The maximum number of each fault in a run. */
export interface Limits {
  kills: number
  wipes: number
  pauses: number
  lapses: number
  outages: number
  losses: number
  elections: number
  parked: number
}

/** What a fault can affect. */
interface Target {
  world: World
  limits: Limits
  threads: Thread[]
  checks: BrokerChecks
}

type Fault = { below: number; name: keyof Limits; happen: (target: Target) => void }

const FAULTS: readonly Fault[] = [
  { below: 0.012, name: 'kills', happen: (target) => kill(target, aProcess(target)) },
  { below: 0.018, name: 'wipes', happen: loseStore },
  { below: 0.042, name: 'pauses', happen: pause },
  { below: 0.048, name: 'lapses', happen: lapse },
  { below: 0.049, name: 'outages', happen: stopAllForADay },
  { below: 0.055, name: 'losses', happen: loseNewest },
  { below: 0.069, name: 'elections', happen: elect },
  { below: 0.072, name: 'parked', happen: park },
]
const QUIET_BELOW = 0.074

/** Draws whether a fault happens at this tick, and which. */
export function injectFault(target: Target): void {
  const { world, limits } = target
  const roll = world.random.next()
  world.current = 'faults'
  for (const { below, name, happen } of FAULTS)
    if (roll < below && world.stats[name] < limits[name]) return happen(target)
  if (roll < QUIET_BELOW) world.now += world.random.between(30, 150)
}

/** Any process, but often one that is republishing: the moment is short. */
function aProcess({ world: { random }, threads }: Target): string {
  const checking = threads.find(({ isCheck }) => isCheck)
  if (checking !== undefined && random.chance(0.5)) return checking.process
  return random.pick(processesOf(random.pick(SERVICES)))
}

/** Ends the threads of a process, which starts again; its messages are redelivered. */
function kill(target: Target, process: string): void {
  const { world } = target
  world.stats.kills += 1
  world.record(`--- ${process} is killed`)
  target.threads = target.threads.filter((thread) => thread.process !== process)
  world.bus.unsaved = []
  target.checks.connect(process)
}

/** The broker loses everything, a channel, or what came after a backup; a total loss may go unnoticed. */
function loseStore(target: Target): void {
  const { bus, random } = target.world
  const roll = random.next()
  if (roll < 0.2) bus.loseChannel(random.pick(Object.keys(CONSUMERS) as Subject[]))
  else if (roll < 0.3) return bus.backUp()
  else if (roll < 0.6 && bus.backup !== undefined) bus.restore(bus.backup)
  else bus.wipe()
  if (roll > 0.95) return
  reconnect(bus, target.checks)
}

function reconnect(bus: Bus, checks: BrokerChecks): void {
  bus.connection += 1
  for (const process of SERVICES.flatMap(processesOf)) checks.connect(process)
}

/** Another member with an older store takes over. */
function loseNewest({ world: { bus, random }, checks }: Target): void {
  if (bus.deliveries.length === 0) return
  bus.loseNewest(random.pick(bus.deliveries).message)
  reconnect(bus, checks)
}

/** Any database, but often that of stock which is being claimed: what was read before is then old soon. */
function elect({ world }: Target): void {
  const { random, now, sets, reservations } = world
  const isClaiming = [...reservations.values()].some(({ state }) => state === 'Reserving')
  const service = isClaiming && random.chance(0.7) ? 'products' : random.pick(SERVICES)
  sets.elect(service, world.documents(), now + random.between(10, LONGEST_ELECTION))
}

/** A listener fails on one event until somebody retries it, perhaps after the others have come to rest. */
function park({ world }: Target): void {
  const { bus, random } = world
  if (bus.parked.length > 0 && random.chance(0.5)) return retryParked(world)
  if (bus.deliveries.length > 0) bus.park(random.pick(bus.deliveries))
}

/** Somebody retries all dead letters. */
export function retryParked(world: World): void {
  if (!world.lacks('retry-parked')) world.bus.retryParked()
}

function stopAllForADay(target: Target): void {
  target.world.stats.outages += 1
  for (const process of SERVICES.flatMap(processesOf)) kill(target, process)
  target.world.now += ONE_DAY + 1
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

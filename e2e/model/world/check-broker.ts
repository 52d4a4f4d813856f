import { missingSince, nextMark, type Mark } from '../shared-code.ts'
import { eventsSince } from '../shop/republish.ts'
import { LEASE, ONE_DAY, ONE_MINUTE } from './clock.ts'
import { PUBLISHERS, type Event } from './events.ts'
import { outboxesOf } from './relay.ts'
import type { Service } from './services.ts'
import { RetryLater, type Steps } from './steps.ts'
import type { World } from './world.ts'

const SHOP = 'shop'

/** On a new connection, and regularly: republishes what the broker has lost, then renews the service's mark. */
export function checkBroker(world: World, service: Service, isRenewal: boolean): Steps {
  return check(world, service, isRenewal, world.bus.connection)
}

function* check(world: World, service: Service, isRenewal: boolean, connection: number): Steps {
  mustBeConnected(world, connection)
  if ((world.leases.get(service) ?? 0) > world.now) throw new RetryLater('another replica checks')
  world.leases.set(service, world.now + LEASE)
  yield
  const { mark, since } = readBroker(world, service, isRenewal)
  const lost = lostBy(world, service)
  yield
  if (world.lacks('mark-afterwards')) yield* renew(world, service, mark)
  if (since !== null) yield* republish(world, service, { since, mark, connection, lost })
  mustBeConnected(world, connection)
  yield* renew(world, service, mark)
  world.leases.delete(service)
}

/** The next mark, and the time since which the broker may lack events. */
function readBroker(world: World, service: Service, isRenewal: boolean) {
  const { now } = world
  const stored = world.marks.get(service) ?? { shop: SHOP }
  const found = world.bus.stateOf(service)
  const upTo = Math.min(now, ...pendingSince(world, service))
  const isNewConnection = !isRenewal && !world.lacks('doubt-connections')
  const window = { now, isNewConnection, emptyMs: ONE_DAY, marginMs: ONE_MINUTE }
  const isBlind = world.lacks('mark') || (isRenewal && world.lacks('check-before-renewal'))
  const since = isBlind ? null : missingSince(found, stored, window)
  return { mark: nextMark(stored, found, upTo), since }
}

interface Missing {
  since: number
  mark: Mark
  connection: number
  /** What the broker had lost at the check. */
  lost: Event[]
}

function* republish(world: World, service: Service, missing: Missing): Steps {
  const { since, mark, connection, lost } = missing
  const isDayAgo = since <= world.now - ONE_DAY
  for (const event of eventsSince(world, service, since)) {
    mustBeConnected(world, connection)
    world.leases.set(service, world.now + LEASE)
    world.publishAgain(event)
    const { subject } = event.content
    mark.sequences[subject] = (mark.sequences[subject] ?? 0) + 1
    yield
  }
  if (isDayAgo) excuseOldEvents(world, since, lost)
}

function mustBeConnected({ bus }: World, connection: number): void {
  if (bus.connection !== connection) throw new RetryLater('the connection was lost')
}

function* renew(world: World, service: Service, mark: Mark): Steps {
  world.bus.publishMark(service, mark)
  world.record(`marks the broker: ${mark.epoch}, up to ${mark.upTo}`)
  yield
  if ((world.marks.get(service)?.epoch ?? 0) < mark.epoch) world.marks.set(service, mark)
  yield
}

/** When the pending events of a service were appended. */
function pendingSince(world: World, service: Service): number[] {
  return outboxesOf(world, service).flatMap(({ outbox }) =>
    outbox.map(({ appendedAt }) => appendedAt),
  )
}

function lostBy({ bus }: World, service: Service): Event[] {
  return bus.lost.filter(({ subject }) => PUBLISHERS[subject] === service)
}

/** What an empty broker lacks from more than a day ago, only a republish by hand brings back. */
function excuseOldEvents(world: World, since: number, lost: Event[]): void {
  if (lost.some(({ appendedAt }) => appendedAt < since)) world.needsRepublish = true
  world.bus.lost = world.bus.lost.filter((event) => !lost.includes(event))
}

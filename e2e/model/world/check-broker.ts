import { missingSince, nextMark, type Known, type Mark } from '../shared-code.ts'
import { eventsSince } from '../shop/republish.ts'
import { LEASE, ONE_DAY, ONE_MINUTE } from './clock.ts'
import { PUBLISHERS, type Content } from './events.ts'
import { outboxesOf } from './relay.ts'
import type { Service } from './services.ts'
import { RetryLater, type Steps } from './steps.ts'
import type { World } from './world.ts'

const SHOP = 'shop'

/** On a new connection, and regularly: republishes what the broker has lost, then renews the service's mark. */
export function* checkBroker(world: World, service: Service, isRenewal: boolean): Steps {
  const { connection } = world.bus
  const { mark, since } = readBroker(world, service, isRenewal)
  const dropNumbers = world.acknowledged.startCheck(service)
  yield
  if ((world.leases.get(service) ?? 0) > world.now) throw new RetryLater('another replica checks')
  if (world.lacks('mark-afterwards')) yield* renew(world, service, mark)
  if (since !== null) yield* republish(world, service, { since, mark, connection })
  mustBeConnected(world, connection)
  yield* renew(world, service, mark, since === null ? () => {} : dropNumbers)
  world.leases.delete(service)
}

/** The next mark, and the time since which the broker may lack events. */
function readBroker(world: World, service: Service, isRenewal: boolean) {
  const { now } = world
  const stored = knownOf(world, service)
  const found = world.bus.stateOf(service)
  const upTo = Math.min(now, ...pendingSince(world, service))
  const isNewConnection = !isRenewal && !world.lacks('doubt-connections')
  const window = { now, isNewConnection, emptyMs: ONE_DAY, marginMs: ONE_MINUTE }
  const isBlind = world.lacks('mark') || (isRenewal && world.lacks('check-before-renewal'))
  // What is in the place of a lost message says nothing about how much is lost.
  const isReplaced = world.acknowledged.isReplaced(service)
  const missing = isReplaced ? now - ONE_DAY : missingSince(found, stored, window)
  const since = isBlind ? null : missing
  return { mark: nextMark(stored, found, upTo), since }
}

function knownOf(world: World, service: Service): Known {
  const mark = world.marks.get(service) ?? { shop: SHOP }
  if (world.lacks('acknowledged-numbers')) return mark
  return { ...mark, acknowledged: world.acknowledged.numbersOf(service) }
}

interface Missing {
  since: number
  mark: Mark
  connection: number
}

function* republish(world: World, service: Service, { since, mark, connection }: Missing): Steps {
  const isDayAgo = since <= world.now - ONE_DAY
  for (const content of eventsSince(world, service, since)) {
    mustBeConnected(world, connection)
    world.leases.set(service, world.now + LEASE)
    world.publishAgain(content)
    mark.sequences[content.subject] = (mark.sequences[content.subject] ?? 0) + 1
    yield
  }
  if (isDayAgo) excuseOldEvents(world, service, since)
}

function mustBeConnected({ bus }: World, connection: number): void {
  if (bus.connection !== connection) throw new RetryLater('the connection was lost')
}

function* renew(world: World, service: Service, mark: Mark, dropNumbers = () => {}): Steps {
  world.bus.publishMark(service, mark)
  world.record(`marks the broker: ${mark.epoch}, up to ${mark.upTo}`)
  yield
  if ((world.marks.get(service)?.epoch ?? 0) < mark.epoch) world.marks.set(service, mark)
  dropNumbers()
  yield
}

/** When the pending events of a service were appended. */
function pendingSince(world: World, service: Service): number[] {
  const outboxes = outboxesOf(world).find(([owner]) => owner === service)?.[1] ?? []
  return outboxes.flatMap(({ outbox }) => outbox.map(({ appendedAt }) => appendedAt))
}

/** What an empty broker lacks from more than a day ago, only a republish by hand brings back. */
function excuseOldEvents(world: World, service: Service, since: number): void {
  const isOwn = ({ subject }: Content) => PUBLISHERS[subject] === service
  const lost = world.bus.lost.filter(isOwn)
  if (lost.some(({ appendedAt }) => appendedAt < since)) world.needsRepublish = true
  world.bus.lost = world.bus.lost.filter((event) => !isOwn(event))
}

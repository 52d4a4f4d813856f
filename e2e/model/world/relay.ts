import type { Outbox } from './documents.ts'
import { PUBLISHING, type Service } from './services.ts'
import type { Steps } from './steps.ts'
import type { World } from './world.ts'

/** The relay of one service: publishes pending events once, then removes them. */
export function* relay(world: World, documents: Iterable<Outbox>): Steps {
  // Only for the mutant that reads what the majority does not have.
  if (world.lacks('relay-majority')) for (const event of world.rolledBack) world.publish(event)
  for (const document of documents) {
    for (const event of document.outbox.slice()) {
      world.publish(event)
      yield
      document.outbox = document.outbox.filter((other) => other !== event)
      world.changes += 1
      yield
    }
  }
}

/** Only for the mutant without an outbox. */
export function* publishUnsaved(world: World): Steps {
  const event = world.bus.unsaved.shift()
  yield
  if (event !== undefined) world.publish(event)
}

function collectionsOf(world: World, service: Service): Map<string, Outbox>[] {
  const { orders, payments, reservations, products } = world
  if (service === 'orders') return [orders]
  if (service === 'payments') return [payments]
  return service === 'products' ? [reservations, products] : []
}

/** The outboxes of a service. */
export function outboxesOf(world: World, service: Service): Outbox[] {
  return collectionsOf(world, service).flatMap((all) => [...all.values()])
}

/** The services that have pending events. */
export function pendingServices(world: World): Service[] {
  return PUBLISHING.filter((service) => collectionsOf(world, service).some(hasPending))
}

function hasPending(all: Map<string, Outbox>): boolean {
  for (const { outbox } of all.values()) if (outbox.length > 0) return true
  return false
}

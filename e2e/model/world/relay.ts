import type { Outbox } from './documents.ts'
import type { Service } from './services.ts'
import type { Steps } from './steps.ts'
import type { World } from './world.ts'

/** The relay of one service: publishes pending events once, then removes them. */
export function* relay(world: World, documents: Iterable<Outbox>): Steps {
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

/** The outboxes of each service. */
export function outboxesOf(world: World): [Service, Outbox[]][] {
  const { orders, payments, reservations, products } = world
  return [
    ['orders', [...orders.values()]],
    ['payments', [...payments.values()]],
    ['products', [...reservations.values(), ...products.values()]],
  ]
}

/** The outboxes of the services that have pending events. */
export function pendingOutboxes(world: World): [Service, Outbox[]][] {
  return outboxesOf(world).filter(([, all]) => all.some(({ outbox }) => outbox.length > 0))
}

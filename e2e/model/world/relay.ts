import { REPUBLISH_AFTER } from './clock.ts'
import type { Outbox } from './documents.ts'
import type { Event } from './events.ts'
import type { Service } from './services.ts'
import type { Steps } from './steps.ts'
import type { World } from './world.ts'

/** The relay of one service: publishes due events, then marks them; republishes three times. */
export function* relay(world: World, documents: Iterable<Outbox>): Steps {
  for (const document of documents) {
    for (const event of document.outbox.slice()) {
      if (event.nextAt > world.now) continue
      const { publishCount } = event
      world.bus.publish(event)
      yield
      // Otherwise another relay was faster.
      if (event.publishCount === publishCount) {
        mark(world, document, event)
        yield
      }
    }
  }
}

function mark(world: World, document: Outbox, event: Event): void {
  const wait = world.lacks('republish') ? undefined : REPUBLISH_AFTER[event.publishCount]
  event.publishCount += 1
  if (wait === undefined) document.outbox = document.outbox.filter((other) => other !== event)
  else event.nextAt = world.now + wait
  world.changes += 1
}

/** Only for the mutant without an outbox. */
export function* publishUnsaved(world: World): Steps {
  const event = world.bus.unsaved.shift()
  yield
  if (event !== undefined) world.bus.publish(event)
}

/** The services with due events, and their outboxes. */
export function dueOutboxes(world: World): [Service, Outbox[]][] {
  const { orders, payments, reservations, products, now } = world
  const outboxes: [Service, Outbox[]][] = [
    ['orders', [...orders.values()]],
    ['payments', [...payments.values()]],
    ['products', [...reservations.values(), ...products.values()]],
  ]
  const isDue = ({ outbox }: Outbox) => outbox.some(({ nextAt }) => nextAt <= now)
  return outboxes.filter(([, all]) => all.some(isDue))
}

import { REPUBLISH_AFTER } from './clock.ts'
import type { Outbox } from './documents.ts'
import type { Event } from './events.ts'
import type { Steps } from './steps.ts'
import type { World } from './world.ts'

/** The relay of one service: publishes what is due, then marks it; three later announcements. */
export function* relay(world: World, documents: Iterable<Outbox>): Steps {
  for (const document of documents) {
    for (const event of document.outbox.slice()) {
      if (event.nextAt > world.now) continue
      const { told } = event
      world.bus.publish(event)
      yield
      // Else another relay was faster.
      if (event.told === told) {
        mark(world, document, event)
        yield
      }
    }
  }
}

function mark(world: World, document: Outbox, event: Event): void {
  const wait = world.without('re-announcement') ? undefined : REPUBLISH_AFTER[event.told]
  event.told += 1
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

import type { EventOf, Subject } from '../contracts/index.ts'
import type { Log } from '../log/index.ts'
import type { EventBus } from './event-bus.ts'
import { parseEvent } from './subscribe.ts'

interface TailOptions {
  /** How far back the events begin, in milliseconds. */
  sinceMs: number
  log: Log
}

/** Delivers recent and new events of a subject to every process; resolves once the recent ones are handled. Skips invalid events. */
export function tailEvents<S extends Subject>(
  bus: EventBus,
  subject: S,
  handle: (event: EventOf<S>) => void,
  { sinceMs, log }: TailOptions,
): Promise<void> {
  return bus.tail(subject, sinceMs, (text) => {
    const event = parseEvent(subject, text)
    if (typeof event === 'string') log.error({ subject, reason: event }, 'invalid event skipped')
    else handle(event)
  })
}

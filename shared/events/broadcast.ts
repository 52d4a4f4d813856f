import type { EventOf, Subject } from '../contracts/index.ts'
import type { Log } from '../log/index.ts'
import type { EventBus } from './event-bus.ts'
import { parseEvent } from './subscribe.ts'

export interface BroadcastOptions {
  /** How far back the past is told, in milliseconds. */
  sinceMs: number
  log: Log
}

/** Hears a subject in every process; resolves once the past was told. What breaks the contract is left out. */
export function hearAll<S extends Subject>(
  bus: EventBus,
  subject: S,
  handle: (event: EventOf<S>) => void,
  { sinceMs, log }: BroadcastOptions,
): Promise<void> {
  return bus.broadcast(subject, sinceMs, (text) => {
    const event = parseEvent(subject, text)
    if (typeof event === 'string') log.error({ subject, reason: event }, 'event left out')
    else handle(event)
  })
}

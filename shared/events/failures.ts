import type { Log } from '../log/index.ts'

/** After so many failures in one process an event is given up. */
const MAX_FAILURES = 10
/** Beyond this many events the counting of the oldest begins anew. */
const MAX_EVENTS = 10_000

/**
 * Counts how often the handler of an event has failed. Deliveries would be the wrong number: an outage of a minute
 * brings many, and says nothing about the event.
 */
export class Failures {
  readonly #counts = new Map<string, number>()

  /** Counts a failure; true when it is the last one that is allowed. */
  isLast(eventId: string, error: unknown, log: Log): boolean {
    const count = (this.#counts.get(eventId) ?? 0) + 1
    log.warn({ error, failures: count }, 'event handler failed')
    if (count >= MAX_FAILURES) return true
    this.#counts.delete(eventId)
    this.#counts.set(eventId, count)
    const [oldest] = this.#counts.keys()
    if (oldest !== undefined && this.#counts.size > MAX_EVENTS) this.#counts.delete(oldest)
    return false
  }

  /** The event was handled, or is a dead letter. */
  forget(eventId: string): void {
    this.#counts.delete(eventId)
  }
}

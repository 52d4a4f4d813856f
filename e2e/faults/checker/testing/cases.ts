import type { Subject } from '@shop/shared/contracts'
import { checkFacts, type Expectations } from '../check-facts.ts'
import type { Facts } from '../facts.ts'
import { addEvent } from '../log.ts'
import { consistentFixture } from './consistent-fixture.ts'
import { message } from './fixture-log.ts'

/** A title, a change of the facts, and the mismatches by check name. */
export type Case = [string, (facts: Facts) => unknown, Record<string, string[]>]

/** The mismatches after changing consistent facts, by check name. */
export function differences(mutate: (facts: Facts) => unknown, expectations: Expectations = {}) {
  const facts = consistentFixture()
  mutate(facts)
  const failed = checkFacts(facts, expectations).filter((finding) => finding.mismatches.length > 0)
  return Object.fromEntries(failed.map((finding) => [finding.name, finding.mismatches]))
}

/** Finds the item with this value, or throws. */
export function find<T extends object>(items: Iterable<T>, value: string): T {
  const found = [...items].find((item) => Object.values(item).includes(value))
  if (found === undefined) throw new Error(`nothing has the value ${value}`)
  return found
}

/** Changes an item, or throws when it is missing. */
export function set<T extends object>(item: T | undefined, change: Partial<T>): void {
  if (item === undefined) throw new Error('the item to change is missing')
  Object.assign(item, change)
}

/** Adds an event to the log. */
export function publish({ log }: Facts, subject: Subject, event: object, correlationId = 'other') {
  if (log !== null) addEvent(log, subject, message(event, { correlationId }))
}

/** A pending event of an order. */
export function unpublished(documentId: string): Facts['outboxes'][number] {
  return { from: 'orders', documentId, eventId: 'x', subject: 'order:created' }
}

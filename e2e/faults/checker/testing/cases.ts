import type { Subject } from '@shop/shared/contracts'
import type { Facts } from '../facts.ts'
import { judgeShop, type Expectations } from '../judge-shop.ts'
import { hear } from '../log.ts'
import { consistentFixture, message } from './consistent-fixture.ts'

/** What happens to a shop, in words and deeds, and what the checks then find. */
export type Case = [string, (facts: Facts) => unknown, Record<string, string[]>]

/** What differs in the calm shop after something has happened to it, by the check that found it. */
export function differences(happens: (facts: Facts) => unknown, expectations: Expectations = {}) {
  const facts = consistentFixture()
  happens(facts)
  const wrong = judgeShop(facts, expectations).filter((finding) => finding.wrong.length > 0)
  return Object.fromEntries(wrong.map((finding) => [finding.name, finding.wrong]))
}

/** The thing with this value; fails when there is none. */
export function the<T extends object>(things: Iterable<T>, value: string): T {
  const found = [...things].find((thing) => Object.values(thing).includes(value))
  if (found === undefined) throw new Error(`there is no ${value}`)
  return found
}

/** Changes a thing that must be there. */
export function set<T extends object>(thing: T | undefined, change: Partial<T>): void {
  if (thing === undefined) throw new Error('there is nothing to change')
  Object.assign(thing, change)
}

/** Puts one more event into the log. */
export function tell({ log }: Facts, subject: Subject, event: object, correlationId = 'other') {
  if (log !== null) hear(log, subject, message(event, { correlationId }))
}

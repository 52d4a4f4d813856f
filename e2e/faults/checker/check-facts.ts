import { checkAgreement } from './agreement.ts'
import { checkCarts } from './carts.ts'
import { checkConsumers } from './consumers.ts'
import { checkCopies } from './copies.ts'
import { checkDeadLetters } from './dead-letters.ts'
import { checkEvents } from './events.ts'
import type { Facts } from './facts.ts'
import type { Finding } from './finding.ts'
import type { Interruption } from './mail-facts.ts'
import { checkMessages } from './messages.ts'
import { checkMoney } from './money.ts'
import { checkOrphanedEvents } from './orphaned-events.ts'
import { checkOutboxes } from './outboxes.ts'
import { checkPictures } from './pictures.ts'
import { checkRefunds } from './refunds.ts'
import { withinScope, type Scope } from './scope.ts'
import { checkStock } from './stock.ts'

export interface Expectations {
  expectedDeadLetters?: number
  /** Initial stock by product, where the caller knows it. */
  initialStock?: ReadonlyMap<string, number>
  /** When sending mail was interrupted; unknown where processes are not watched. */
  interruptions?: readonly Interruption[]
  /** Limits the checks to some orders and products, on a stack that others use. */
  scope?: Scope
}

/** Checks everything that must hold when the shop is at rest. */
export function checkFacts(
  everything: Facts,
  { expectedDeadLetters = 0, initialStock = new Map(), interruptions, scope }: Expectations = {},
): Finding[] {
  const facts = scope === undefined ? everything : withinScope(everything, scope)
  const scoped = [
    ...checkMoney(facts),
    ...checkAgreement(facts),
    ...checkRefunds(facts),
    ...checkStock(facts, initialStock),
    ...checkCopies(facts),
    ...checkCarts(facts),
    checkOutboxes(facts),
    ...checkEvents(facts),
    ...checkPictures(facts),
    ...checkMessages(facts, interruptions),
  ]
  if (scope !== undefined) return scoped
  return [
    ...scoped,
    ...checkOrphanedEvents(facts),
    ...checkConsumers(facts),
    ...checkDeadLetters(facts, expectedDeadLetters),
  ]
}

import { cartFindings } from './carts.ts'
import { copyFindings } from './copies.ts'
import { deadLetterFindings } from './dead-letters.ts'
import { eventFindings } from './events.ts'
import type { Facts } from './facts.ts'
import type { Finding } from './finding.ts'
import { groupFindings } from './groups.ts'
import { moneyFindings } from './money.ts'
import { onlyThese, type Only } from './only.ts'
import { outboxFindings } from './outboxes.ts'
import { pairFindings } from './pairs.ts'
import { pictureFindings } from './pictures.ts'
import { stockFindings } from './stock.ts'
import { strayFindings } from './strays.ts'

export interface Expectations {
  expectedDeadLetters?: number
  /** How many pieces of products there were at first, where the caller knows better than the log. */
  putIn?: ReadonlyMap<string, number>
  /** Looks at some orders and products only, on a stack that others use meanwhile. */
  only?: Only
}

/** Everything that must hold when the shop is at rest. */
export function judgeShop(
  facts: Facts,
  { expectedDeadLetters = 0, putIn = new Map(), only }: Expectations = {},
): Finding[] {
  const seen = only === undefined ? facts : onlyThese(facts, only)
  const ofSome = [
    ...moneyFindings(seen),
    ...pairFindings(seen),
    ...stockFindings(seen, putIn),
    ...copyFindings(seen),
    ...cartFindings(seen),
    ...outboxFindings(seen),
    ...eventFindings(seen),
    ...pictureFindings(seen),
  ]
  if (only !== undefined) return ofSome
  return [
    ...ofSome,
    ...strayFindings(seen),
    ...groupFindings(seen),
    ...deadLetterFindings(seen, expectedDeadLetters),
  ]
}

import type { Invariant } from './invariants/invariant.ts'
import type { Rule } from './rules.ts'

/** The model without some of its rules: what it must be caught by. */
export interface Mutant {
  without: readonly Rule[]
  breaks: Invariant
  /** Only where nothing is told again, which heals it later. */
  isLean?: boolean
}

/** Caught by at least 20 of 3,000 runs: the tests see to it. */
export const OFTEN: readonly Mutant[] = [
  { without: ['claim-guard'], breaks: 'stock is never below zero' },
  { without: ['available-guard'], breaks: 'stock is never below zero' },
  { without: ['hold-dedupe'], breaks: 'all stock is available at rest' },
  { without: ['settled-guard'], breaks: 'no hold is left' },
  { without: ['commit-before-restock'], breaks: 'stock is what was put in, less what was sold' },
  { without: ['restock-once'], breaks: 'stock is what was put in, less what was sold' },
  { without: ['edit-guard'], breaks: 'stock is what was put in, less what was sold' },
  { without: ['tell-release'], breaks: 'copies of products are fresh' },
  { without: ['version-check'], breaks: 'copies of products are fresh', isLean: true },
  { without: ['outbox'], breaks: 'every committed event is published' },
  { without: ['re-announcement'], breaks: 'an open order can be paid' },
  { without: ['canceled-intent'], breaks: 'an open order can be paid' },
  { without: ['sweep-old-orders'], breaks: 'an open order can be paid' },
  { without: ['react-to-stale'], breaks: 'order and payment agree' },
  { without: ['late-cancel-refund'], breaks: 'no money is kept that must go back' },
  { without: ['refund-the-rest'], breaks: 'every refund is settled' },
  { without: ['sweep-refunds'], breaks: 'every refund is settled' },
  { without: ['attempt-number'], breaks: 'an idempotency key has the same parameters every time' },
  { without: ['one-intent'], breaks: 'no authorisation is left open' },
  { without: ['store-guard', 'cancel-when-found'], breaks: 'no authorisation is left open' },
  { without: ['cancel-intent'], breaks: 'no authorisation is left open' },
  { without: ['sweep-Pending'], breaks: 'no authorisation is left open' },
  { without: ['sweep-Cancelling'], breaks: 'no half-way state is left' },
  { without: ['capturing-state'], breaks: 'a cancelled payment captures nothing' },
  { without: ['final-orders'], breaks: 'a final state is never left' },
  { without: ['cart-once'], breaks: 'what was paid leaves the cart once' },
  { without: ['carry-applied'], breaks: 'what was paid leaves the cart once' },
  { without: ['follow-merge'], breaks: 'what was paid leaves the cart' },
  { without: ['fold-once'], breaks: 'what was paid leaves the cart' },
]

/** Caught now and then: run by command. */
export const SELDOM: readonly Mutant[] = [
  { without: ['count-release'], breaks: 'no hold is left' },
  { without: ['fold-first'], breaks: 'what was paid leaves the cart' },
  { without: ['flag-before-fold'], breaks: 'what was paid leaves the cart' },
  { without: ['list-refunds'], breaks: 'a refund is given once' },
  { without: ['store-guard'], breaks: 'no authorisation is left open' },
  { without: ['refund-key-per-try'], breaks: 'no message is redelivered for ever' },
  { without: ['order-tombstone'], breaks: 'order and payment agree', isLean: true },
  { without: ['read-copy-again'], breaks: 'order and payment agree', isLean: true },
  { without: ['copy-first'], breaks: 'order and payment agree', isLean: true },
  { without: ['reservation-tombstone'], breaks: 'no hold is left', isLean: true },
  {
    without: ['wait-for-capture', 'cancel-again'],
    breaks: 'no money is kept that must go back',
    isLean: true,
  },
]

/** Not caught by 3,000 runs of either kind: other rules cover for each of them. */
export const COVERED: readonly (readonly Rule[])[] = [
  ['sweep-Authorized'],
  ['give-up'],
  ['ask-again'],
  ['sweep-Capturing'],
  ['sweep-Refunding'],
  ['sweep-Reserving'],
  ['sweep-Releasing'],
  ['sweep-Committing'],
  ['answer-again'],
  ['wait-for-capture'],
  ['cancel-again'],
  ['product-order'],
  ['confirming-until'],
  ['cancel-when-found'],
  ['frozen-cart'],
]

/** Rules of the model that the services do without, because they are covered. */
export const NOT_BUILT: readonly Rule[] = [
  'ask-again',
  'sweep-Capturing',
  'sweep-Reserving',
  'sweep-Releasing',
  'sweep-Committing',
]

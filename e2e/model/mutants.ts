import type { Invariant } from './invariants/invariant.ts'
import type { Rule } from './rules.ts'

/** The model without some of its rules, and the invariant that it breaks. */
export interface Mutant {
  without: readonly Rule[]
  breaks: Invariant
}

/** Caught by at least 20 of 3,000 runs; run by the tests. */
export const FREQUENT: readonly Mutant[] = [
  { without: ['claim-guard'], breaks: 'stock is never below zero' },
  { without: ['available-guard'], breaks: 'stock is never below zero' },
  { without: ['hold-dedupe'], breaks: 'all stock is available at rest' },
  { without: ['settled-guard'], breaks: 'no hold is left' },
  { without: ['restock-once'], breaks: 'stock equals received minus sold' },
  { without: ['edit-guard'], breaks: 'stock equals received minus sold' },
  { without: ['publish-release'], breaks: 'product copies are up to date' },
  { without: ['version-check'], breaks: 'product copies are up to date' },
  { without: ['majority-reads'], breaks: 'stock equals received minus sold' },
  { without: ['relay-majority'], breaks: 'no event of a rolled-back write is published' },
  { without: ['outbox'], breaks: 'every committed event is published' },
  { without: ['mark'], breaks: 'an open order can be paid' },
  { without: ['mark-afterwards'], breaks: 'order and payment agree' },
  { without: ['doubt-connections'], breaks: 'product copies are up to date' },
  { without: ['canceled-intent'], breaks: 'an open order can be paid' },
  { without: ['sweep-old-orders'], breaks: 'an open order can be paid' },
  { without: ['late-cancel-refund'], breaks: 'no money is kept that must be refunded' },
  { without: ['left-guard'], breaks: 'every refund is settled' },
  { without: ['lower-refund'], breaks: 'every refund is settled' },
  { without: ['order-version'], breaks: 'no more goods are refunded than were bought' },
  {
    without: ['attempt-number'],
    breaks: 'an idempotency key is reused only with the same parameters',
  },
  { without: ['one-intent'], breaks: 'no authorization is left open' },
  { without: ['cancel-intent'], breaks: 'no authorization is left open' },
  { without: ['sweep-Pending'], breaks: 'no authorization is left open' },
  { without: ['capturing-state'], breaks: 'a cancelled payment captures nothing' },
  { without: ['final-orders'], breaks: 'a final state is never left' },
  { without: ['cart-once'], breaks: 'paid items leave the cart only once' },
  { without: ['follow-merge'], breaks: 'paid items leave the cart' },
  { without: ['fold-once'], breaks: 'paid items leave the cart' },
]

/** Caught rarely; run by `--mutants` only. */
export const RARE: readonly Mutant[] = [
  { without: ['react-to-stale'], breaks: 'order and payment agree' },
  { without: ['store-guard', 'cancel-when-found'], breaks: 'no authorization is left open' },
  { without: ['sweep-Cancelling'], breaks: 'no intermediate state is left' },
  { without: ['carry-applied'], breaks: 'paid items leave the cart only once' },
  { without: ['sell-again'], breaks: 'no hold is left' },
  { without: ['one-session'], breaks: 'no hold is left' },
  { without: ['check-before-renewal'], breaks: 'product copies are up to date' },
  { without: ['last-event-time'], breaks: 'product copies are up to date' },
  { without: ['retry-parked'], breaks: 'product copies are up to date' },
  { without: ['count-release'], breaks: 'no hold is left' },
  { without: ['counters-first'], breaks: 'no hold is left' },
  { without: ['fold-first'], breaks: 'paid items leave the cart' },
  { without: ['flag-before-fold'], breaks: 'paid items leave the cart' },
  { without: ['list-refunds'], breaks: 'no refund is made twice' },
  { without: ['commit-before-restock'], breaks: 'stock equals received minus sold' },
  { without: ['order-version'], breaks: 'a final state is never left' },
  {
    without: ['refund-in-write', 'ask-again', 'unfinished-too'],
    breaks: 'every refund is settled',
  },
  { without: ['sweep-refunds', 'ask-again'], breaks: 'every refund is settled' },
  { without: ['sweep-foreign'], breaks: 'orders, payments and Stripe agree on refunds' },
  { without: ['sweep-Refunding'], breaks: 'no intermediate state is left' },
  { without: ['store-guard'], breaks: 'no authorization is left open' },
  {
    without: ['refund-key-per-try'],
    breaks: 'an idempotency key is reused only with the same parameters',
  },
  { without: ['order-tombstone'], breaks: 'order and payment agree' },
  { without: ['read-copy-again'], breaks: 'order and payment agree' },
  { without: ['copy-first'], breaks: 'order and payment agree' },
  { without: ['reservation-tombstone'], breaks: 'no hold is left' },
  { without: ['move-again'], breaks: 'no hold is left' },
  {
    without: ['wait-for-capture', 'cancel-again'],
    breaks: 'no money is kept that must be refunded',
  },
]

/** Never caught by 3,000 runs: other rules cover for them. */
export const COVERED: readonly (readonly Rule[])[] = [
  ['unfinished-too'],
  ['sweep-Authorized'],
  ['give-up'],
  ['republish-authorized'],
  ['sweep-Capturing'],
  ['sweep-refunds'],
  ['refund-the-rest'],
  ['ask-again'],
  ['answer-again'],
  ['each-by-itself'],
  ['sweep-Reserving'],
  ['sweep-Releasing'],
  ['sweep-Committing'],
  ['republish-result'],
  ['wait-for-capture'],
  ['cancel-again'],
  ['product-order'],
  ['confirming-until'],
  ['cancel-when-found'],
  ['frozen-cart'],
  ['capture-again'],
  ['capture-key-per-try'],
  ['recorded-webhooks'],
]

/** Covered rules that the services do not implement. */
export const NOT_BUILT: readonly Rule[] = [
  'republish-authorized',
  'sweep-Capturing',
  'sweep-Reserving',
  'sweep-Releasing',
  'sweep-Committing',
]

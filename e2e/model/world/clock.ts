// Times in ticks of one step each. Only their order matters: a pause is longer than
// ACK_WAIT and CLAIM, and shorter than the times that stand for "long past".
export const ACK_WAIT = 60
/** `confirmingUntil`: 30 s. */
export const CLAIM = 40
export const SWEEP = 50
export const ONE_MINUTE = 90
export const FIFTEEN_MINUTES = 1_500
/** In 1 min, 10 min and 2 h. */
export const REPUBLISH_AFTER = [80, 250, 600]
export const LONGEST_PAUSE = 1_000
/** Lifetime of Stripe's idempotency keys: 24 h. */
export const KEY_AGE = 2_500
/** Lifetime of an unpaid order: 24 h, longer than the rest of a run. */
export const ORDER_AGE = 50_000

/** Whether an order can no longer be paid. */
export function isExpired({ now }: { now: number }, order: { createdAt: number }): boolean {
  return now - order.createdAt > ORDER_AGE
}

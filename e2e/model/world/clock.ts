// Times in ticks of one step each. Only their order matters: a pause is longer than
// ACK_WAIT and CLAIM, and shorter than the times that stand for "long past".
export const ACK_WAIT = 60
/** `confirmingUntil`: 12 s. */
export const CLAIM = 40
export const SWEEP = 50
export const ONE_MINUTE = 90
export const FIFTEEN_MINUTES = 1_500
/** After how long orders asks again for a refund: 10 minutes. */
export const TEN_MINUTES = 400
/** How long one replica may republish while the others wait. */
export const LEASE = 60
/** Until a failed check of the broker is repeated. */
export const CHECK_AGAIN = 20
/** Until every client uses the new primary: seconds, in which many steps are made. */
export const LONGEST_ELECTION = 600
export const LONGEST_PAUSE = 1_000
/** 24 h: the lifetime of Stripe's idempotency keys, and what is republished to an empty broker. */
export const ONE_DAY = 2_500
/** Lifetime of an unpaid order: 24 h, longer than the rest of a run. */
export const ORDER_AGE = 50_000

/** Whether an order can no longer be paid. */
export function isExpired({ now }: { now: number }, order: { createdAt: number }): boolean {
  return now - order.createdAt > ORDER_AGE
}

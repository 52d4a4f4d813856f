import type { CancelReason } from '@shop/shared/contracts'

export const PAYMENT_STATES = [
  'Pending',
  'Authorized',
  'Capturing',
  'Captured',
  'Cancelling',
  'Cancelled',
  'Refunding',
  'Refunded',
] as const
export type PaymentState = (typeof PAYMENT_STATES)[number]

const NEXT: Record<PaymentState, PaymentState[]> = {
  Pending: ['Authorized', 'Cancelling'],
  Authorized: ['Capturing', 'Cancelling'],
  Capturing: ['Captured', 'Cancelling'],
  Captured: ['Refunding'],
  Cancelling: ['Cancelled'],
  Cancelled: [],
  Refunding: ['Refunded'],
  Refunded: [],
}

/** The states that do not last. */
export const UNFINISHED = PAYMENT_STATES.filter(
  (state) => NEXT[state].length > 0 && state !== 'Captured',
)

/** The states from which a payment may enter this one: the guard of the write that does it. */
export function statesBefore(to: PaymentState): PaymentState[] {
  return PAYMENT_STATES.filter((from) => NEXT[from].includes(to))
}

/** How long a claim for an attempt keeps other attempts away: longer than its two calls of Stripe may take, and a shopper whose service died waits as long. */
export const CLAIM_MS = 12_000

/** How long money may be held before the goods are reserved. */
export const AUTHORIZED_LIFE_MS = 15 * 60_000

export type Outcome =
  | { kind: 'succeeded' }
  | { kind: 'processing' }
  | { kind: 'ended'; reason: CancelReason }

export function outcomeOf(state: PaymentState, reason: CancelReason | undefined): Outcome {
  switch (state) {
    case 'Captured':
      return { kind: 'succeeded' }
    case 'Cancelling':
    case 'Cancelled':
    case 'Refunding':
    case 'Refunded':
      return { kind: 'ended', reason: reason ?? 'user' }
    case 'Pending':
    case 'Authorized':
    case 'Capturing':
      return { kind: 'processing' }
    default:
      return state satisfies never
  }
}

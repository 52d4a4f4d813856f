import type { EventItem } from '@shop/shared/contracts'

/** A refund, stored before it is made; the amount is in minor units. */
export interface Refund {
  id: string
  amount: number
  items: EventItem[]
  restock: boolean
  state: 'asked' | 'done' | 'failed'
  /** Orders asked for it: it is tried once, and its end is published as `refund:ended`. */
  requested?: boolean
  /** It failed after it had succeeded: the money came back. */
  reversed?: boolean
  /** How many idempotency keys are used up by responses other than a refund. */
  tries?: number
  askedAt?: Date
  endedAt?: Date
  /** When the sweeper may ask Stripe about it again. */
  nextAt?: Date
}

/** A refund as Stripe knows it; one of ours carries our id. */
export interface MadeRefund {
  id: string
  amount: number
  status: string
  refundId: string | undefined
}

interface Refundable {
  total: number
  items: EventItem[]
  refunds: Refund[]
}

/** Whether the money of a refund has gone back, or will. */
function isKept({ state, reversed }: Refund): boolean {
  return state !== 'failed' && reversed !== true
}

/** The amount (minor units) and goods of a payment that are not refunded yet. */
export function refundable({ total, items, refunds }: Refundable) {
  const amount = total - sumOf(refunds.filter(isKept))
  const given = refunds.filter(({ state }) => state !== 'failed').flatMap((each) => each.items)
  const left = items.map((item) => {
    const same = given.filter(({ productId }) => productId === item.productId)
    return { ...item, quantity: item.quantity - same.reduce((sum, i) => sum + i.quantity, 0) }
  })
  return { amount: Math.max(0, amount), items: left.filter(({ quantity }) => quantity > 0) }
}

/** What Stripe's list changes about a refund of ours; `amount` is what was really given back. */
export type RefundNews =
  | { kind: 'done'; amount: number }
  | { kind: 'failed' }
  | { kind: 'reversed' }

export function newsOf(refund: Refund, made: MadeRefund[]): RefundNews | null {
  const mine = triesOf(refund, made)
  const succeeded = mine.filter(({ status }) => status === 'succeeded')
  const isLost = mine.length > 0 && mine.every(isOver)
  if (refund.state !== 'done') {
    if (succeeded.length > 0) return { kind: 'done', amount: sumOf(succeeded) }
    const isFirstFailure = refund.state === 'asked' && refund.requested === true && isLost
    return isFirstFailure ? { kind: 'failed' } : null
  }
  return isLost && refund.reversed !== true ? { kind: 'reversed' } : null
}

/** Whether Stripe has no refund for this one that succeeded or still may. */
export function isUnmade(refund: Refund, made: MadeRefund[]): boolean {
  return triesOf(refund, made).every(isOver)
}

/** The idempotency key of the next try; concurrent tries have the same one. */
export function refundKey(refund: Refund, made: MadeRefund[]): string {
  const { id, amount, tries = 0 } = refund
  return `refund:${id}:${amount}:${tries + triesOf(refund, made).length}`
}

/** What all other refunds leave to this one at Stripe, in minor units; null while one of them is pending. */
export function leftFor(refund: Refund, total: number, made: MadeRefund[]): number | null {
  const mine = triesOf(refund, made)
  const others = made.filter((each) => !mine.includes(each) && !isOver(each))
  if (others.some(({ status }) => status !== 'succeeded')) return null
  return Math.max(0, total - sumOf(others))
}

/** Stripe's refunds that the shop did not ask for: they were made in its dashboard, and succeeded. */
export function foreignRefunds(refunds: Refund[], made: MadeRefund[]): MadeRefund[] {
  const isKnown = (each: MadeRefund) =>
    refunds.some(({ id }) => id === each.id || id === each.refundId)
  return made.filter((each) => each.status === 'succeeded' && !isKnown(each))
}

/** How a payment records a refund that the shop did not ask for: the goods stay sold. */
export function foreignRefund({ id, amount }: MadeRefund): Refund {
  return { id, amount, items: [], restock: false, state: 'done' }
}

function triesOf({ id }: Refund, made: MadeRefund[]): MadeRefund[] {
  return made.filter((each) => each.refundId === id || each.id === id)
}

function isOver({ status }: MadeRefund): boolean {
  return status === 'failed' || status === 'canceled'
}

function sumOf(refunds: { amount: number }[]): number {
  return refunds.reduce((sum, { amount }) => sum + amount, 0)
}

import type { RefundStatus } from './after-sale.ts'

interface Refund {
  amount: number
  /** Part of the amount. */
  shipping: number
  status: RefundStatus
  reversed?: boolean | undefined
}

/** Refunds whose money has gone back, or will: a failed one can be made again, and so can one that came back from the bank. */
export function keptRefunds<R extends Pick<Refund, 'status' | 'reversed'>>(refunds: R[]): R[] {
  return refunds.filter(({ status, reversed }) => status !== 'Failed' && reversed !== true)
}

/** What these refunds have left of the price of goods; all in minor units. */
export function refundable(goods: number, refunds: Refund[]): number {
  const given = keptRefunds(refunds).reduce(
    (sum, { amount, shipping }) => sum + amount - shipping,
    0,
  )
  return Math.max(0, goods - given)
}

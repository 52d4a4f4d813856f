import type { ProductReply, SoldOrderReply, StockReason } from '@shop/shared/contracts'
import type { IconName } from '../components/icon.tsx'
import { isUnpaid } from './order-words.ts'

export interface SellStatus {
  text: string
  kind: '' | 'ok' | 'warn' | 'danger' | 'info'
  icon: IconName
}

/** Whether shoppers find a product, and can buy it. */
export function productStatus({
  archived,
  available,
}: Pick<ProductReply, 'archived' | 'available'>): SellStatus {
  if (archived) return { text: 'Archived', kind: '', icon: 'close' }
  if (available <= 0) return { text: 'Sold out', kind: 'warn', icon: 'warning' }
  return { text: 'Live', kind: 'ok', icon: 'check' }
}

/** Where an order is, as far as its seller needs to know. */
export function soldStatus(
  order: Pick<SoldOrderReply, 'status' | 'timeline' | 'refunds'>,
): SellStatus {
  if (order.refunds.length > 0) return { text: 'Refunded', kind: 'info', icon: 'back' }
  if (order.status === 'Complete') return { text: 'Complete', kind: 'ok', icon: 'check' }
  if (order.status === 'Cancelled') return { text: 'Cancelled', kind: 'danger', icon: 'close' }
  return isUnpaid(order)
    ? { text: 'Waiting for payment', kind: 'warn', icon: 'clock' }
    : { text: 'Being paid', kind: 'info', icon: 'clock' }
}

/** Why stock changes, in the order in which it is asked for. */
export const REASON_NAMES: Record<StockReason, string> = {
  delivery: 'A delivery came',
  count: 'Counted again',
  damage: 'Damaged',
  other: 'Another reason',
}

const numbers = new Intl.NumberFormat('en-US')

/** A number of pieces: 14, 1,204. */
export function pieces(number: number): string {
  return numbers.format(number)
}

/** A difference with its sign: +5, −2. */
export function signed(difference: number): string {
  return `${difference < 0 ? '−' : '+'}${pieces(Math.abs(difference))}`
}

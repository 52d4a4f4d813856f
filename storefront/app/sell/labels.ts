import type { ProductResponse, StockReason } from '@shop/shared/contracts'
import type { Status } from '../ui/badge.tsx'

/** Whether shoppers find a product, and can buy it. */
export function productStatus({
  archived,
  available,
}: Pick<ProductResponse, 'archived' | 'available'>): Status {
  if (archived) return { text: 'Archived', kind: '', icon: 'close' }
  if (available <= 0) return { text: 'Sold out', kind: 'warn', icon: 'warning' }
  return { text: 'Live', kind: 'ok', icon: 'check' }
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

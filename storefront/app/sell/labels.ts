import type { ProductResponse, StockReason } from '@shop/shared/contracts'
import type { Status } from '../ui/badge.tsx'

export function productStatus({
  archived,
  available,
}: Pick<ProductResponse, 'archived' | 'available'>): Status {
  if (archived) return { text: 'Archived', kind: '', icon: 'close' }
  if (available <= 0) return { text: 'Sold out', kind: 'warn', icon: 'warning' }
  return { text: 'Live', kind: 'ok', icon: 'check' }
}

export const REASON_NAMES: Record<StockReason, string> = {
  delivery: 'Delivery received',
  count: 'Recounted',
  damage: 'Damaged',
  other: 'Other reason',
}

const numbers = new Intl.NumberFormat('en-US')

export function formatCount(number: number): string {
  return numbers.format(number)
}

export function signed(difference: number): string {
  return `${difference < 0 ? '−' : '+'}${formatCount(Math.abs(difference))}`
}

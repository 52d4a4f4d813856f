import type { ProductResponse, StockReason } from '@shop/shared/contracts'
import type { Status } from '../ui/badge.tsx'

export function productStatus({
  archived,
  available,
  off = [],
}: Pick<ProductResponse, 'archived' | 'available' | 'off'>): Status {
  if (off.includes('hidden')) return { text: 'Hidden', kind: 'danger', icon: 'danger' }
  if (off.includes('draft') && !off.includes('archived'))
    return { text: 'Draft', kind: '', icon: 'info' }
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

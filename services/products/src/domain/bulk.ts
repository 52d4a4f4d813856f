import {
  MAX_PRICE,
  MIN_PRICE,
  ShopError,
  toMinorUnits,
  type BulkChange,
  type OffReason,
} from '@shop/shared/contracts'
import type { Edit } from './edit.ts'
import type { Product } from './product.ts'

/** What a bulk change does to one product: an edit, or a reason why it is off. */
export type BulkStep = { edit: Edit } | { reason: OffReason; isOff: boolean }

const OFF_STEPS = {
  archive: { reason: 'archived', isOff: true },
  restore: { reason: 'archived', isOff: false },
  publish: { reason: 'draft', isOff: false },
} as const

/** The step for a product; throws `validation` for a price out of range. */
export function bulkStep(read: Product, change: BulkChange): BulkStep {
  const { title, price, version } = read
  if ('percent' in change)
    return { edit: { fields: { title, price: changedPrice(price, change.percent) }, version } }
  if ('amount' in change) {
    const added = inRange(price + toMinorUnits(change.amount))
    return { edit: { fields: { title, price: added }, version } }
  }
  if ('price' in change)
    return { edit: { fields: { title, price: toMinorUnits(change.price) }, version } }
  if ('category' in change)
    return { edit: { fields: { title, price, category: change.category }, version } }
  return OFF_STEPS[change.action]
}

/** A price in minor units, changed by a percentage and rounded to a cent. */
function changedPrice(price: number, percent: number): number {
  return inRange(Math.round((price * (100 + percent)) / 100))
}

/** A price in minor units; throws `validation` for one out of range. */
function inRange(price: number): number {
  if (price >= toMinorUnits(MIN_PRICE) && price <= toMinorUnits(MAX_PRICE)) return price
  throw new ShopError(
    'validation',
    `The price would be out of range: ${MIN_PRICE} to ${MAX_PRICE.toLocaleString('en-US')}`,
  )
}

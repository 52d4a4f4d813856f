import type { OffReason } from '@shop/shared/contracts'

/** Products of earlier releases have no reasons, only `archived`. */
const REASONS = { $ifNull: ['$off', { $cond: ['$archived', ['archived'], []] }] }

/** Matches a product while the reason applies to it, or while it does not. */
export function reasonFilter(id: string, reason: OffReason, isOff: boolean) {
  const applies = [
    { off: reason },
    ...(reason === 'archived' ? [{ off: { $exists: false }, archived: true }] : []),
  ]
  return isOff ? { _id: id, $or: applies } : { _id: id, $nor: applies }
}

/** Pipeline fields that add or remove the reason; the product is archived while it has any. */
export function offFields(reason: OffReason, isOff: boolean) {
  const off = isOff ? { $setUnion: [REASONS, [reason]] } : { $setDifference: [REASONS, [reason]] }
  return { off, archived: { $ne: [off, []] } }
}

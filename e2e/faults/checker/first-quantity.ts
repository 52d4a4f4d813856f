import type { PublishedProduct } from './log.ts'

/**
 * How many pieces a product had at first, as the log tells; the stock ledger begins with the first change.
 * Undefined when the log skips its beginning, or tells of an edit of the quantity, which no ledger has.
 */
export function firstQuantity(
  told: readonly PublishedProduct[],
  moves: readonly number[],
  checkouts: ReadonlySet<string>,
): number | undefined {
  const [first, ...later] = told.toSorted((a, b) => a.version - b.version)
  if (first?.version !== 0) return undefined
  const unexplained = [...moves]
  let before = first
  for (const now of later) {
    const delta = now.quantity - before.quantity
    before = now
    if (delta === 0 || checkouts.has(now.correlationId)) continue
    const place = unexplained.indexOf(delta)
    if (place === -1) return undefined
    unexplained.splice(place, 1)
  }
  return first.quantity
}

import type { PublishedProduct } from './log.ts'

/**
 * The initial quantity of a product according to its events; the stock ledger begins with the first change.
 * Undefined when the first event is missing, or after an edit of the quantity, which the ledger does not record.
 */
export function initialQuantity(
  events: readonly PublishedProduct[],
  moves: readonly number[],
  checkouts: ReadonlySet<string>,
): number | undefined {
  const [first, ...later] = events.toSorted((a, b) => a.version - b.version)
  if (first?.version !== 0) return undefined
  const unexplained = [...moves]
  let before = first
  for (const now of later) {
    const delta = now.quantity - before.quantity
    before = now
    if (delta === 0 || checkouts.has(now.correlationId)) continue
    const index = unexplained.indexOf(delta)
    if (index === -1) return undefined
    unexplained.splice(index, 1)
  }
  return first.quantity
}

import type { Facts, Line, Payment, Product } from './facts.ts'
import { compareEach, type Finding } from './finding.ts'
import { initialQuantity } from './initial-quantity.ts'

type Seen = Pick<Facts, 'products' | 'moves' | 'reservations' | 'payments' | 'log'>

/** Checks that nothing is held and that stock equals what was received minus what was sold. */
export function checkStock(facts: Seen, initialStock: ReadonlyMap<string, number>): Finding[] {
  const { products, moves } = facts
  const sold = soldOf(facts)
  const returned = returnedOf(facts)
  const refundsOf = Map.groupBy(returned, ({ productId }) => productId)
  const countable = withInitialStock(facts, initialStock)
  return [
    compareEach('no stock is held and none is negative', products, restMismatch),
    compareEach('stock equals received minus sold', countable, ([{ id, quantity }, first]) => {
      const moved = (moves.get(id) ?? []).reduce((sum, delta) => sum + delta, 0)
      const right = first + moved - (sold.get(id) ?? 0) + count(refundsOf.get(id) ?? [])
      return quantity === right ? null : `${id}: ${quantity} instead of ${right}`
    }),
    compareEach('refunded items are restocked once', products, ({ id, restocked }) => {
      const right = (refundsOf.get(id) ?? []).map(({ refundId }) => refundId)
      const isSame = Bun.deepEquals(restocked.toSorted(), right.toSorted())
      return isSame ? null : `${id}: ${restocked.length} refunds instead of ${right.length}`
    }),
    compareEach('stock changes are in the stock ledger', products, ({ id, pendingMoves }) =>
      pendingMoves === 0 ? null : `${id}: ${pendingMoves} not written yet`,
    ),
  ]
}

/** The products whose initial stock is known, each with it. */
function withInitialStock(
  { products, moves, log }: Seen,
  initialStock: ReadonlyMap<string, number>,
) {
  return products.flatMap((product): [Product, number][] => {
    const { id } = product
    const published = log?.products.get(id) ?? []
    const first =
      initialStock.get(id) ??
      initialQuantity(published, moves.get(id) ?? [], log?.checkouts ?? new Set())
    return first === undefined ? [] : [[product, first]]
  })
}

function restMismatch({ id, quantity, available, holds }: Product): string | null {
  if (quantity < 0 || available < 0) return `${id}: ${quantity}, available ${available}`
  if (holds.length > 0) return `${id} is held by ${holds.join(', ')}`
  return available === quantity ? null : `${id}: ${available} of ${quantity} available`
}

function soldOf({ reservations }: Seen): Map<string, number> {
  const lines = reservations.flatMap(({ state, items }) => (state === 'Committed' ? items : []))
  const byProduct = Map.groupBy(lines, ({ productId }) => productId)
  return new Map([...byProduct].map(([id, same]) => [id, count(same)]))
}

interface Returned extends Line {
  refundId: string
}

/** Restocked items, one line per product of a refund. */
function returnedOf({ payments, reservations }: Seen): Returned[] {
  const isSold = new Set(
    reservations.flatMap(({ paymentId, state }) => (state === 'Committed' ? [paymentId] : [])),
  )
  const refunds = (payment: Payment) =>
    payment.refunds.filter(({ restock, state }) => restock && state === 'done')
  return payments
    .filter(({ id }) => isSold.has(id))
    .flatMap(refunds)
    .flatMap(({ id: refundId, items }) => {
      const byProduct = Map.groupBy(items, ({ productId }) => productId)
      return [...byProduct]
        .map(([productId, same]) => ({ refundId, productId, quantity: count(same) }))
        .filter(({ quantity }) => quantity > 0)
    })
}

const count = (lines: readonly Line[]) => lines.reduce((sum, { quantity }) => sum + quantity, 0)

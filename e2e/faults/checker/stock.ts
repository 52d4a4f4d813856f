import type { Facts, Line, Payment, Product } from './facts.ts'
import { judge, type Finding } from './finding.ts'
import { firstQuantity } from './first-quantity.ts'

type Seen = Pick<Facts, 'products' | 'moves' | 'reservations' | 'payments' | 'log'>

/** Nothing is held at rest, and every piece that came is sold or there. */
export function stockFindings(facts: Seen, putIn: ReadonlyMap<string, number>): Finding[] {
  const { products, moves } = facts
  const sold = soldOf(facts)
  const returned = returnedOf(facts)
  const refundsOf = Map.groupBy(returned, ({ productId }) => productId)
  const begun = begunOf(facts, putIn)
  return [
    judge('all of the stock is free, and none is owed', products, unrest),
    judge('the stock is what came less what was sold', begun, ([{ id, quantity }, first]) => {
      const moved = (moves.get(id) ?? []).reduce((sum, delta) => sum + delta, 0)
      const right = first + moved - (sold.get(id) ?? 0) + count(refundsOf.get(id) ?? [])
      return quantity === right ? null : `${id}: ${quantity} instead of ${right}`
    }),
    judge('goods of a refund came back once', products, ({ id, restocked }) => {
      const right = (refundsOf.get(id) ?? []).map(({ refundId }) => refundId)
      const isSame = Bun.deepEquals(restocked.toSorted(), right.toSorted())
      return isSame ? null : `${id}: ${restocked.length} refunds instead of ${right.length}`
    }),
    judge('changes of stock are in the ledger', products, ({ id, notedMoves }) =>
      notedMoves === 0 ? null : `${id}: ${notedMoves} are only noted`,
    ),
  ]
}

/** The products of which it is known how many there were at first. */
function begunOf({ products, moves, log }: Seen, putIn: ReadonlyMap<string, number>) {
  return products.flatMap((product): [Product, number][] => {
    const { id } = product
    const told = log?.products.get(id) ?? []
    const first =
      putIn.get(id) ?? firstQuantity(told, moves.get(id) ?? [], log?.checkouts ?? new Set())
    return first === undefined ? [] : [[product, first]]
  })
}

function unrest({ id, quantity, available, holds }: Product): string | null {
  if (quantity < 0 || available < 0) return `${id}: ${quantity}, free ${available}`
  if (holds.length > 0) return `${id} is held by ${holds.join(', ')}`
  return available === quantity ? null : `${id}: ${available} of ${quantity} are free`
}

function soldOf({ reservations }: Seen): Map<string, number> {
  const lines = reservations.flatMap(({ state, items }) => (state === 'Committed' ? items : []))
  const byProduct = Map.groupBy(lines, ({ productId }) => productId)
  return new Map([...byProduct].map(([id, same]) => [id, count(same)]))
}

interface Returned extends Line {
  refundId: string
}

/** The goods that refunds brought back, one line for each product of a refund. */
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

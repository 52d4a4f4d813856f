import type { Facts, Line, Payment, Product, StockMove } from './facts.ts'
import { compareEach, type Finding } from './finding.ts'

type Seen = Pick<Facts, 'products' | 'moves' | 'reservations' | 'payments'>

/** Checks that nothing is held, that stock equals what was received minus what was sold, and that the ledger explains it. */
export function checkStock(facts: Seen, initialStock: ReadonlyMap<string, number>): Finding[] {
  const { products, moves } = facts
  const sold = soldOf(facts)
  const returned = returnedOf(facts)
  const refundsOf = Map.groupBy(returned, ({ productId }) => productId)
  const countable = products.filter(({ id }) => moves.get(id)?.[0]?.version === 0)
  return [
    compareEach('no stock is held and none is negative', products, restMismatch),
    compareEach('stock equals received minus sold', countable, ({ id, quantity }) => {
      const received = receivedOf(moves.get(id) ?? [], initialStock.get(id))
      const right = received - (sold.get(id) ?? 0) + count(refundsOf.get(id) ?? [])
      return quantity === right ? null : `${id}: ${quantity} instead of ${right}`
    }),
    compareEach('refunded items are restocked once', products, ({ id, restocked }) => {
      const right = (refundsOf.get(id) ?? []).map(({ refundId }) => refundId)
      const isSame = Bun.deepEquals(restocked.toSorted(), right.toSorted())
      return isSame ? null : `${id}: ${restocked.length} refunds instead of ${right.length}`
    }),
    compareEach('the stock ledger adds up to the quantity', products, (product) =>
      ledgerMismatch(product, moves.get(product.id) ?? []),
    ),
  ]
}

/** What a seller has put in, or taken out; the initial stock is better known from elsewhere. */
function receivedOf(moves: readonly StockMove[], initialStock: number | undefined): number {
  const received = moves.filter(({ reason }) => !['sale', 'return'].includes(reason))
  const [opening] = moves
  return sumOf(received) + (initialStock === undefined ? 0 : initialStock - (opening?.delta ?? 0))
}

function ledgerMismatch({ id, quantity }: Product, moves: readonly StockMove[]): string | null {
  const sum = sumOf(moves)
  if (sum !== quantity) return `${id}: ${sum} instead of ${quantity}`
  // The opening entry of an older product follows entries that do not explain everything.
  const whole = moves.slice(moves.findIndex(({ reason }) => reason === 'opening'))
  const broken = whole.find(({ delta, after }, n) => n > 0 && after - delta !== whole[n - 1]?.after)
  return broken === undefined ? null : `${id}: nothing leads to version ${broken.version}`
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

const sumOf = (moves: readonly StockMove[]) => moves.reduce((sum, { delta }) => sum + delta, 0)

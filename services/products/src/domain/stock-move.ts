import { MAX_STOCK, ShopError, invalid, type LedgerReason } from '@shop/shared/contracts'
import type { Product } from './product.ts'

/** Why a quantity changes: who changed it, or the order that did. */
export interface Cause {
  reason: LedgerReason
  by?: string
  orderId?: string
}

/** An entry of the stock ledger: a change of a product's quantity. */
export interface StockMove extends Cause {
  id: string
  productId: string
  delta: number
  at: Date
  /** The quantity after it. */
  after: number
  /** The product's version after it, by which entries are ordered. */
  version: number
}

/** Versions of entries about the time before the ledger recorded every change. */
export const BEFORE_LEDGER = { move: -2, opening: -1 }

/** Why a change of the stock does not apply to the current product; null when it does. */
export function moveRefusal(
  { quantity, available }: Pick<Product, 'quantity' | 'available'>,
  delta: number,
): ShopError | null {
  if (quantity + delta > MAX_STOCK)
    return invalid(`Already ${quantity} in stock; the maximum is ${MAX_STOCK}`, 'delta')
  if (available + delta >= 0) return null
  const held = quantity - available
  return new ShopError(
    'stock-held',
    `Only ${available} available; ${held} ${held === 1 ? 'is' : 'are'} reserved for orders`,
  )
}

/** The entry that makes the ledger of an older product add up to its quantity. */
export function openingOf(
  { id, quantity, version, userId }: Pick<Product, 'id' | 'quantity' | 'version' | 'userId'>,
  moves: readonly StockMove[],
  at: Date,
): StockMove {
  const until = moves.filter((move) => move.version <= version)
  const later = until.filter((move) => move.version > BEFORE_LEDGER.opening)
  return {
    id,
    productId: id,
    delta: quantity - sumOf(until),
    reason: 'opening',
    by: userId,
    at,
    after: quantity - sumOf(later),
    version: BEFORE_LEDGER.opening,
  }
}

/** The newest entries of both lists, each once; `before` is the last entry of the page before. */
export function newestMoves(
  moves: readonly StockMove[],
  limit: number,
  before: Pick<StockMove, 'version' | 'id'> | null,
): StockMove[] {
  return [...new Map(moves.map((move) => [move.id, move])).values()]
    .filter((move) => before === null || compare(before, move) < 0)
    .toSorted(compare)
    .slice(0, limit)
}

type Place = Pick<StockMove, 'version' | 'id'>

const compare = (a: Place, b: Place) => b.version - a.version || b.id.localeCompare(a.id)

const sumOf = (moves: readonly StockMove[]) => moves.reduce((sum, { delta }) => sum + delta, 0)

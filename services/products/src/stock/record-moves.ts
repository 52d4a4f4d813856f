import type { StockMove } from '../domain/stock-move.ts'
import type { LedgerDeps } from './deps.ts'

/** Moves pending entries from their products to the ledger; idempotent, so that it survives a crash at any point. */
export async function recordMoves(
  { pending, ledger }: LedgerDeps,
  moves: readonly StockMove[],
): Promise<void> {
  if (moves.length === 0) return
  await ledger.record(moves)
  // failpoint: products.afterLedger
  await pending.clear(moves)
}

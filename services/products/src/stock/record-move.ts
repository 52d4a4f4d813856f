import type { RecordedMove } from '../domain/stock-move.ts'
import type { LedgerDeps } from './deps.ts'

/** Copies a pending move from its product to the ledger; idempotent, so that it survives a crash at any point. */
export async function recordMove({ stock, ledger }: LedgerDeps, move: RecordedMove): Promise<void> {
  await ledger.record(move)
  await stock.clearMove(move)
}

import type { RecordedMove } from '../domain/stock-move.ts'
import type { LedgerDeps } from './deps.ts'

/** Copies a pending stock move from its product to the ledger; idempotent, so a crash may cut it off anywhere. */
export async function recordMove({ stock, ledger }: LedgerDeps, move: RecordedMove): Promise<void> {
  await ledger.record(move)
  await stock.clearMove(move)
}

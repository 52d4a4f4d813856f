import type { EnteredMove } from '../domain/stock-move.ts'
import type { ProductStock } from '../product-stock.ts'
import type { StockLedger } from '../stock-ledger.ts'

export interface LedgerDeps {
  stock: ProductStock
  ledger: StockLedger
}

/** Enters into the ledger what is noted on a product; cut off anywhere, the next time doubles nothing. */
export async function enterMove({ stock, ledger }: LedgerDeps, move: EnteredMove): Promise<void> {
  await ledger.enter(move)
  await stock.forgetMove(move)
}

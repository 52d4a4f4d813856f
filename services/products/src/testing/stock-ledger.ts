import type { TestService } from '@shop/shared/testing'
import { newestMoves, type StockMove } from '../domain/stock-move.ts'
import { createProductModel } from '../product-model.ts'
import { StockLedger } from '../stock/ledger.ts'
import { PendingMoves } from '../stock/pending-moves.ts'

/** The ledger dependencies of a second replica, for tests that run single steps. */
export function ledgerDepsOf({ db }: TestService) {
  return { pending: new PendingMoves(createProductModel(db)), ledger: new StockLedger(db) }
}

/** Every entry of a product's ledger, recorded or pending, the oldest first. */
export async function ledgerOf(service: TestService, productId: string): Promise<StockMove[]> {
  const { pending, ledger } = ledgerDepsOf(service)
  const waiting = await pending.of(productId)
  const recorded = await ledger.newest(productId, 10_000, null)
  return newestMoves([...waiting, ...recorded], 10_000, null).toReversed()
}

/** The changes of a product's ledger, the oldest first. */
export async function changesOf(
  service: TestService,
  productId: string,
): Promise<[reason: string, delta: number, after: number][]> {
  const moves = await ledgerOf(service, productId)
  return moves.map(({ reason, delta, after }) => [reason, delta, after])
}

/** Whether a ledger explains a quantity: each entry continues the one before. */
export function addsUp(moves: readonly StockMove[], quantity: number): boolean {
  const isContinuous = moves.every(
    ({ delta, after }, n) => after === (moves[n - 1]?.after ?? 0) + delta,
  )
  return isContinuous && (moves.at(-1)?.after ?? 0) === quantity
}

import type { Sweeper } from '@shop/shared/service'
import type { LedgerDeps } from '../stock/deps.ts'
import { recordMoves } from '../stock/record-moves.ts'

const PRODUCTS = 100

/** Moves the pending entries of all products to the ledger. */
export function unrecordedMoves(deps: LedgerDeps): Sweeper {
  return {
    name: 'unrecorded-moves',
    async run() {
      for (;;) {
        const moves = await deps.pending.some(PRODUCTS)
        await recordMoves(deps, moves)
        if (new Set(moves.map(({ productId }) => productId)).size < PRODUCTS) return
      }
    },
  }
}

import type { Sweeper } from '@shop/shared/service'
import { enterMove, type LedgerDeps } from '../stock/enter-move.ts'

const BATCH = 100

/** Enters the changes of stock that a process noted and did not live to enter. */
export function notedMoves(deps: LedgerDeps): Sweeper {
  return {
    name: 'noted-moves',
    async run() {
      for (const move of await deps.stock.notedMoves(BATCH)) await enterMove(deps, move)
    },
  }
}

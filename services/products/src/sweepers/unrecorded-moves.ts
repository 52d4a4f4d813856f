import type { Sweeper } from '@shop/shared/service'
import type { LedgerDeps } from '../stock/deps.ts'
import { recordMove } from '../stock/record-move.ts'

const BATCH = 100

export function unrecordedMoves(deps: LedgerDeps): Sweeper {
  return {
    name: 'noted-moves',
    async run() {
      for (const move of await deps.stock.unrecordedMoves(BATCH)) await recordMove(deps, move)
    },
  }
}

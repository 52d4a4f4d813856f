import type { Sweeper } from '@shop/shared/service'
import { openingOf } from '../domain/stock-move.ts'
import type { LedgerDeps } from '../stock/deps.ts'

const BATCH = 100

/** Opens the ledgers of products that were created by earlier releases; done once a pass finds none. */
export function missingOpenings({ pending, ledger }: LedgerDeps): Sweeper {
  let isDone = false
  return {
    name: 'missing-openings',
    async run() {
      while (!isDone) {
        const found = await pending.unopened(BATCH)
        for (const product of found) {
          const { id } = product
          // Pending entries before recorded ones: an entry may move between the two reads, but never back.
          const moves = [...product.moves, ...(await ledger.adopt(id))]
          const each = new Map(moves.map((move) => [move.id, move]))
          await ledger.record([openingOf(product, [...each.values()], new Date())])
          await pending.markOpened(id)
        }
        isDone = found.length === 0
      }
    },
  }
}

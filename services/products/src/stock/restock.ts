import { toLines, type Refund } from '../domain/reservation.ts'
import type { StockDeps } from './deps.ts'

/** Puts the goods of a refund back, once per refund. */
export async function restock({ stock }: StockDeps, refund: Refund): Promise<void> {
  for (const line of toLines(refund.items)) await stock.restock(line, refund)
}

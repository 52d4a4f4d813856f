import type { StockLedger } from './ledger.ts'
import type { PendingMoves } from './pending-moves.ts'
import type { ProductStock } from './product-stock.ts'
import type { ReservationRepository } from './reservation-repository.ts'

export interface LedgerDeps {
  pending: PendingMoves
  ledger: StockLedger
}

export interface StockDeps extends LedgerDeps {
  stock: ProductStock
  reservations: ReservationRepository
}

import type { StockLedger } from './ledger.ts'
import type { ProductStock } from './product-stock.ts'
import type { ReservationRepository } from './reservation-repository.ts'

export interface StockDeps {
  stock: ProductStock
  reservations: ReservationRepository
}

export interface LedgerDeps {
  stock: ProductStock
  ledger: StockLedger
}

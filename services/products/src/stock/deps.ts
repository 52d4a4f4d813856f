import type { StockLedger } from './ledger.ts'
import type { ProductStock } from './product-stock.ts'
import type { ReservationRepository } from './reservation-repository.ts'

/** What claims, releases and sales touch. */
export interface StockDeps {
  stock: ProductStock
  reservations: ReservationRepository
}

/** What a seller's changes of stock touch. */
export interface LedgerDeps {
  stock: ProductStock
  ledger: StockLedger
}

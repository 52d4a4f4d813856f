import type { ProductStock } from '../product-stock.ts'
import type { ReservationRepository } from '../reservation-repository.ts'

/** What claims, releases and sales touch. */
export interface StockDeps {
  stock: ProductStock
  reservations: ReservationRepository
}

import type { Listener } from '@shop/shared/events'
import type { TestService } from '@shop/shared/testing'
import { onPaymentAuthorized } from '../listeners/on-payment-authorized.ts'
import { onPaymentCancelled } from '../listeners/on-payment-cancelled.ts'
import { onPaymentCreated } from '../listeners/on-payment-created.ts'
import { onPaymentRefunded } from '../listeners/on-payment-refunded.ts'
import { createProductModel } from '../product-model.ts'
import { ProductStock } from '../stock/product-stock.ts'
import { ReservationRepository } from '../stock/reservation-repository.ts'

export function stockDepsOf({ db }: TestService) {
  return {
    stock: new ProductStock(
      createProductModel(db),
      () => {},
      () => {},
    ),
    reservations: new ReservationRepository(db, () => {}),
  }
}

/** The listeners of a second replica, so that a test can await each of them. */
export function replicaOf(service: TestService, deps = stockDepsOf(service)) {
  const deliver = (listener: Listener) => (payload: object) => listener.handle(payload as never)
  return {
    authorized: deliver(onPaymentAuthorized(deps)),
    created: deliver(onPaymentCreated(deps)),
    cancelled: deliver(onPaymentCancelled(deps)),
    refunded: deliver(onPaymentRefunded(deps)),
  }
}

import type { Listener } from '@shop/shared/events'
import type { Publish } from '@shop/shared/outbox'
import type { TestService } from '@shop/shared/testing'
import { onPaymentAuthorized } from '../listeners/on-payment-authorized.ts'
import { onPaymentCancelled } from '../listeners/on-payment-cancelled.ts'
import { onPaymentCreated } from '../listeners/on-payment-created.ts'
import { onPaymentRefunded } from '../listeners/on-payment-refunded.ts'
import { onRefundEnded } from '../listeners/on-refund-ended.ts'
import { createProductModel } from '../product-model.ts'
import type { StockDeps } from '../stock/deps.ts'
import { ProductStock } from '../stock/product-stock.ts'
import { ReservationRepository } from '../stock/reservation-repository.ts'
import { ledgerDepsOf } from './stock-ledger.ts'

/** Leaves events to the poll of the running service, without a head start. */
const leaveToPoll: Publish = (model, { _id }) => {
  const isPending = { _id: _id as never, outboxAt: { $exists: true } }
  void model.collection.updateOne(isPending, { $set: { outboxAt: new Date() } })
}

export function stockDepsOf(service: TestService) {
  return {
    ...ledgerDepsOf(service),
    stock: new ProductStock(createProductModel(service.db), leaveToPoll, () => {}),
    reservations: new ReservationRepository(service.db, leaveToPoll),
  }
}

/** The listeners of a second replica, some of its parts replaced, so that a test can await each of them. */
export function replicaOf(service: TestService, replaced: Partial<StockDeps> = {}) {
  const deps = { ...stockDepsOf(service), ...replaced }
  const deliver = (listener: Listener) => (payload: object) => listener.handle(payload as never)
  return {
    authorized: deliver(onPaymentAuthorized(deps)),
    created: deliver(onPaymentCreated(deps)),
    cancelled: deliver(onPaymentCancelled(deps)),
    refunded: deliver(onPaymentRefunded(deps)),
    refundEnded: deliver(onRefundEnded(deps)),
  }
}

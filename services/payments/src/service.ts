import { measureUnfinished, type CreateService } from '@shop/shared/service'
import { createPaymentsApp } from './app.ts'
import type { PaymentsConfig } from './config.ts'
import { createDeclineLimit } from './decline-limit.ts'
import { UNFINISHED } from './domain/payment.ts'
import { eventsSince } from './events-since.ts'
import { InProgress } from './in-progress.ts'
import { onInventoryRejected } from './listeners/on-inventory-rejected.ts'
import { onInventoryReserved } from './listeners/on-inventory-reserved.ts'
import { onOrderCancelled } from './listeners/on-order-cancelled.ts'
import { onOrderCreated } from './listeners/on-order-created.ts'
import { onRefundAsked } from './listeners/on-refund-asked.ts'
import { OrderCopy } from './order-copy.ts'
import { PaymentGateway } from './payment-gateway.ts'
import { measureRefunds } from './payment-metrics.ts'
import { PaymentRepository } from './payment-repository.ts'
import { RefundRepository } from './refund-repository.ts'
import { isStripeOutage } from './stripe-errors.ts'
import { sweepAuthorized } from './sweepers/authorized.ts'
import { sweepCancelling } from './sweepers/cancelling.ts'
import { sweepForeignRefunds } from './sweepers/foreign-refunds.ts'
import { sweepPending } from './sweepers/pending.ts'
import { sweepRefunding } from './sweepers/refunding.ts'

export const createPayments: CreateService<PaymentsConfig> = ({ config, log, db, publish }) => {
  const payments = new PaymentRepository(db, publish)
  const refunds = new RefundRepository(payments.model, publish)
  const orders = new OrderCopy(db)
  const gateway = new PaymentGateway(config.STRIPE_SECRET_KEY, config.STRIPE_API_URL, log)
  const declineLimit = createDeclineLimit(config.LIMIT_SCALE)
  const inProgress = new InProgress()
  const deps = { payments, refunds, orders, gateway, declineLimit, inProgress, log }
  measureUnfinished(db, 'payments', { field: 'state', states: UNFINISHED, since: 'since' })
  measureRefunds(payments.model)
  return {
    routes: createPaymentsApp(deps, config.STRIPE_WEBHOOK_SECRET),
    listeners: [
      onOrderCreated(orders),
      onOrderCancelled(deps),
      onRefundAsked(deps),
      onInventoryReserved(deps),
      onInventoryRejected(deps),
    ],
    outboxes: [{ model: payments.model }],
    eventsSince: (since) => eventsSince(payments, since),
    sweepers: [
      sweepPending(deps, config.SWEEP_MS),
      sweepAuthorized(deps),
      sweepCancelling(deps),
      sweepRefunding(deps),
      sweepForeignRefunds(deps),
    ],
    isOutage: isStripeOutage,
  }
}

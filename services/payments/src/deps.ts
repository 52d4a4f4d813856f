import type { Log } from '@shop/shared/log'
import type { DeclineLimit } from './decline-limit.ts'
import type { OrderCopy } from './order-copy.ts'
import type { PaymentGateway } from './payment-gateway.ts'
import type { PaymentRepository } from './payment-repository.ts'

/** What the handlers, listeners and sweepers may touch. */
export interface Deps {
  payments: PaymentRepository
  orders: OrderCopy
  gateway: PaymentGateway
  declineLimit: DeclineLimit
  log: Log
}

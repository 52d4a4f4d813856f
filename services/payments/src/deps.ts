import type { Log } from '@shop/shared/log'
import type { DeclineLimit } from './decline-limit.ts'
import type { InProgress } from './in-progress.ts'
import type { OrderCopy } from './order-copy.ts'
import type { PaymentGateway } from './payment-gateway.ts'
import type { PaymentRepository } from './payment-repository.ts'
import type { RefundRepository } from './refund-repository.ts'

export interface Deps {
  payments: PaymentRepository
  refunds: RefundRepository
  orders: OrderCopy
  gateway: PaymentGateway
  declineLimit: DeclineLimit
  /** Attempts and captures, by order. */
  inProgress: InProgress
  log: Log
}

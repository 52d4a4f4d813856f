import type { Log } from '@shop/shared/log'
import type { DeclineLimit } from './decline-limit.ts'
import type { OrderCopy } from './order-copy.ts'
import type { PaymentGateway } from './payment-gateway.ts'
import type { PaymentRepository } from './payment-repository.ts'

export interface Deps {
  payments: PaymentRepository
  orders: OrderCopy
  gateway: PaymentGateway
  declineLimit: DeclineLimit
  log: Log
}

import type { Sessions } from '@shop/shared/auth'
import type { Log } from '@shop/shared/log'
import type { OrderAccess } from './order-access.ts'
import type { OrderRepository } from './order-repository.ts'
import type { ProductCopy } from './product-copy.ts'
import type { OrderStreams } from './streams/order-streams.ts'

export interface Deps {
  orders: OrderRepository
  access: OrderAccess
  products: ProductCopy
  sessions: Sessions
  streams: OrderStreams
  mediaUrl: string
  log: Log
}

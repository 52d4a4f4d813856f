import type { Service } from '../world/services.ts'
import type { Steps } from '../world/steps.ts'
import type { World } from '../world/world.ts'
import { sweepOrders } from './orders.ts'
import { sweepPayments } from './payments/sweep.ts'
import { sweepProducts } from './products/sweep.ts'

interface Sweeper {
  service: Service
  steps: (world: World) => Steps
}

/** Each continues documents left in an intermediate state. */
export const SWEEPERS: readonly Sweeper[] = [
  { service: 'payments', steps: sweepPayments },
  { service: 'products', steps: sweepProducts },
  { service: 'orders', steps: sweepOrders },
]

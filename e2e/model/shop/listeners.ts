import type { CONSUMERS, Event, Payloads, Subject } from '../world/events.ts'
import type { Service } from '../world/services.ts'
import type { Steps } from '../world/steps.ts'
import type { World } from '../world/world.ts'
import * as afterSale from './after-sale/listeners.ts'
import * as cart from './cart.ts'
import * as orders from './orders.ts'
import * as payments from './payments/listeners.ts'
import * as products from './products/listeners.ts'

type Listeners = {
  [S in Subject]: {
    [G in (typeof CONSUMERS)[S][number]]: (world: World, data: Payloads[S]) => Steps
  }
}

const LISTENERS: Listeners = {
  'order:created': { payments: payments.onOrderCreated },
  'order:cancelled': { payments: payments.onOrderCancelled },
  'inventory:reserved': { payments: payments.onInventoryReserved },
  'inventory:rejected': { payments: payments.onInventoryRejected },
  'payment:authorized': { products: products.onPaymentAuthorized },
  'payment:created': {
    products: products.onPaymentCreated,
    cart: cart.onPaymentCreated,
    orders: orders.onPaymentCreated,
  },
  'payment:cancelled': {
    products: products.onPaymentCancelled,
    orders: orders.onPaymentCancelled,
  },
  'payment:refunded': {
    products: products.onPaymentRefunded,
    orders: afterSale.onPaymentRefunded,
  },
  'refund:asked': { payments: payments.onRefundAsked },
  'refund:ended': { orders: afterSale.onRefundEnded, products: products.onRefundEnded },
  'product:updated': { orders: orders.onProductUpdated },
}

/** The steps of a service's listener for an event. */
export function handle(world: World, service: Service, { subject, data }: Event): Steps {
  const listeners = LISTENERS[subject] as Partial<
    Record<Service, (world: World, data: never) => Steps>
  >
  const listener = listeners[service]
  if (listener === undefined) throw new Error(`${service} does not listen to ${subject}`)
  return listener(world, data as never)
}

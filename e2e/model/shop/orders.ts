import type { CancelReason } from '@shop/shared/contracts'
import { orderStatesBefore } from '../shared-code.ts'
import { isTooOld } from '../world/clock.ts'
import type { Order, ProductCopy } from '../world/documents.ts'
import type { Payloads } from '../world/events.ts'
import { must, type Steps } from '../world/steps.ts'
import type { World } from '../world/world.ts'

/** The order was placed. */
export function announcePlaced(world: World, order: Order): void {
  const { id, userId, items, total, createdAt } = order
  world.emit(order, 'order:created', { id, userId, items, total, createdAt, version: 0 })
}

/** The order was cancelled. */
export function announceCancelled(world: World, order: Order): void {
  const { id, version, reason = 'user' } = order
  world.emit(order, 'order:cancelled', { id, version, reason })
}

/** `DELETE /api/orders/:id` */
export function* cancelOrder(world: World, orderId: string): Steps {
  yield
  cancelIfOpen(world, must(world.orders.get(orderId)), 'user')
  yield
}

function cancelIfOpen(world: World, order: Order, reason: CancelReason): void {
  const isRevivable = world.without('final-orders')
  world.change(
    order,
    ({ status }) =>
      orderStatesBefore('Cancelled').includes(status) || (isRevivable && status === 'Complete'),
    (o) => {
      o.status = 'Cancelled'
      o.reason = reason
      o.version += 1
      announceCancelled(world, o)
    },
    reason,
  )
}

/** Completes the paid order; money for a cancelled one is told of again, so that it goes back. */
export function* onPaymentCreated(world: World, { orderId }: Payloads['payment:created']): Steps {
  const order = must(world.orders.get(orderId))
  yield
  const isCompleted = world.change(
    order,
    ({ status }) => orderStatesBefore('Complete').includes(status) || world.without('final-orders'),
    (o) => {
      o.status = 'Complete'
      o.version += 1
    },
  )
  yield
  if (isCompleted || world.without('cancel-again')) return
  const isQuiet = ({ outbox }: Order) =>
    outbox.every(({ subject }) => subject !== 'order:cancelled')
  world.change(
    order,
    (o) => o.status === 'Cancelled' && isQuiet(o),
    (o) => announceCancelled(world, o),
    'says cancelled again',
  )
  yield
}

/** Cancels an open order whose money was given back. */
export function* onPaymentCancelled(
  world: World,
  { orderId, reason }: Payloads['payment:cancelled'],
): Steps {
  const order = must(world.orders.get(orderId))
  yield
  cancelIfOpen(world, order, reason)
  yield
}

/** Keeps the copy of the products. */
export function* onProductUpdated(world: World, data: Payloads['product:updated']): Steps {
  const fresh: ProductCopy = { kind: 'product-copy', ...data }
  const copy = world.productCopies.get(data.id)
  if (copy === undefined) world.productCopies.set(data.id, fresh)
  else
    world.change(
      copy,
      ({ version }) => world.without('version-check') || version < data.version,
      (c) => void Object.assign(c, fresh),
      `version ${data.version}: ${data.available} available`,
    )
  yield
}

/** Cancels orders that nobody paid within 24 hours. */
export function* sweepOrders(world: World): Steps {
  for (const order of world.orders.values()) {
    const isExpired = order.status === 'Created' && isTooOld(world, order)
    if (isExpired && !world.without('sweep-old-orders')) cancelIfOpen(world, order, 'expired')
    yield
  }
}

import type { CancelReason } from '@shop/shared/contracts'
import { orderStatesBefore } from '../shared-code.ts'
import { isExpired } from '../world/clock.ts'
import type { Order, ProductCopy } from '../world/documents.ts'
import type { Content, Payloads } from '../world/events.ts'
import { must, type Steps } from '../world/steps.ts'
import type { World } from '../world/world.ts'
import { openRefunds, refundAsked } from './after-sale/ask.ts'
import { parcelsOf } from './after-sale/parcels.ts'
import { sweepRefunds } from './after-sale/sweep.ts'

function created({ id, userId, items, total, createdAt }: Order): Content {
  const data = { id, userId, items, total, createdAt, version: 0 }
  return { subject: 'order:created', data }
}

function cancelled({ id, version, reason = 'user' }: Order): Content {
  return { subject: 'order:cancelled', data: { id, version, reason } }
}

/** Every event of an order in its state. */
export function eventsOf(order: Order): Content[] {
  const placed = created(order)
  return order.status === 'Cancelled'
    ? [placed, cancelled(order)]
    : [placed, ...openRefunds(order).map((refund) => refundAsked(order, refund))]
}

export function publishCreated(world: World, order: Order): void {
  world.emit(order, created(order))
}

function publishCancelled(world: World, order: Order): void {
  world.emit(order, cancelled(order))
}

/** `DELETE /api/orders/:id` */
export function* cancelOrder(world: World, orderId: string): Steps {
  yield
  cancelIfOpen(world, must(world.orders.get(orderId)), 'user')
  yield
}

function cancelIfOpen(world: World, order: Order, reason: CancelReason): void {
  const canLeaveFinal = world.lacks('final-orders')
  world.change(
    order,
    ({ status }) =>
      orderStatesBefore('Cancelled').includes(status) || (canLeaveFinal && status === 'Complete'),
    (o) => {
      o.status = 'Cancelled'
      o.reason = reason
      o.version += 1
      publishCancelled(world, o)
    },
    reason,
  )
}

/** Completes the paid order; for a cancelled one, republishes order:cancelled so that it is refunded. */
export function* onPaymentCreated(world: World, { orderId }: Payloads['payment:created']): Steps {
  const order = must(world.orders.get(orderId))
  yield
  const isCompleted = world.change(
    order,
    ({ status }) => orderStatesBefore('Complete').includes(status) || world.lacks('final-orders'),
    (o) => {
      o.status = 'Complete'
      o.version += 1
      o.parcels = parcelsOf(o)
    },
  )
  yield
  if (isCompleted || world.lacks('cancel-again')) return
  const isIdle = ({ outbox }: Order) => outbox.every(({ subject }) => subject !== 'order:cancelled')
  world.change(
    order,
    (o) => o.status === 'Cancelled' && isIdle(o),
    (o) => publishCancelled(world, o),
    'republishes order:cancelled',
  )
  yield
}

/** Cancels an open order whose payment was cancelled. */
export function* onPaymentCancelled(
  world: World,
  { orderId, reason }: Payloads['payment:cancelled'],
): Steps {
  const order = must(world.orders.get(orderId))
  yield
  cancelIfOpen(world, order, reason)
  yield
}

/** Updates the copy of a product. */
export function* onProductUpdated(world: World, data: Payloads['product:updated']): Steps {
  const fresh: ProductCopy = { kind: 'product-copy', ...data }
  const copy = world.productCopies.get(data.id)
  if (copy === undefined) world.productCopies.set(data.id, fresh)
  else
    world.change(
      copy,
      ({ version }) => world.lacks('version-check') || version < data.version,
      (c) => void Object.assign(c, fresh),
      `version ${data.version}: ${data.available} available`,
    )
  yield
}

/** Cancels orders not paid within 24 hours. */
export function* sweepOrders(world: World): Steps {
  for (const order of world.orders.values()) {
    const isDue = order.status === 'Created' && isExpired(world, order)
    if (isDue && !world.lacks('sweep-old-orders')) cancelIfOpen(world, order, 'expired')
    yield
    yield* sweepRefunds(world, order)
  }
}

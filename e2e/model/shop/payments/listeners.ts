import { isRecorded } from '../../shared-code.ts'
import type { OrderCopy, Payment } from '../../world/documents.ts'
import type { Payloads } from '../../world/events.ts'
import { RetryLater, must, type Steps } from '../../world/steps.ts'
import type { Webhook } from '../../world/stripe.ts'
import type { World } from '../../world/world.ts'
import { cancelPayment, finishCancelling } from './cancel.ts'
import { capturePayment } from './capture.ts'
import { followIntent } from './follow-intent.ts'
import { recordRefunds } from './record-refunds.ts'
import { refundRest, settleRefunds } from './refund.ts'

export { onRefundAsked } from './requested-refund.ts'

/** Creates the copy of an order, or completes its tombstone. */
export function* onOrderCreated(world: World, data: Payloads['order:created']): Steps {
  const { id, version, ...placed } = data
  const copy = world.orderCopies.get(id)
  if (copy === undefined)
    world.insert(world.orderCopies, id, {
      kind: 'order-copy',
      id,
      version,
      status: 'Created',
      placed,
    })
  else
    world.change(
      copy,
      (c) => c.placed === undefined,
      (c) => void (c.placed = placed),
    )
  yield
}

/** Writes the copy first, then cancels or refunds the payment. */
export function* onOrderCancelled(world: World, data: Payloads['order:cancelled']): Steps {
  const early = world.payments.get(data.id)
  if (world.lacks('copy-first')) yield
  const isNew = writeCancelled(world, data)
  yield
  if (world.lacks('copy-first')) {
    if (early !== undefined) yield* cancelOrRefund(world, early)
    return
  }
  if (!isNew && world.lacks('react-to-stale')) return
  const payment = world.payments.get(data.id)
  const isThere = world.readInSession(payment) !== undefined
  yield
  if (payment !== undefined && isThere) yield* cancelOrRefund(world, payment)
}

function writeCancelled(world: World, { id, version }: Payloads['order:cancelled']): boolean {
  const copy = world.orderCopies.get(id)
  const tombstone: OrderCopy = { kind: 'order-copy', id, version, status: 'Cancelled' }
  if (copy !== undefined)
    return world.change(
      copy,
      (c) => c.version < version,
      (c) => {
        c.status = 'Cancelled'
        c.version = version
      },
    )
  if (!world.lacks('order-tombstone')) world.insert(world.orderCopies, id, tombstone)
  return true
}

function* cancelOrRefund(world: World, payment: Payment): Steps {
  yield* cancelPayment(world, payment, 'user', ['Pending', 'Authorized'])
  if (payment.state === 'Capturing' && !world.lacks('wait-for-capture'))
    throw new RetryLater('capturing')
  if (payment.state === 'Captured' && !world.lacks('late-cancel-refund'))
    yield* refundRest(world, payment)
  else if (payment.state === 'Refunding') yield* settleRefunds(world, payment)
}

/** Stock is held: captures the payment. */
export function* onInventoryReserved(
  world: World,
  { orderId }: Payloads['inventory:reserved'],
): Steps {
  const payment = must(world.payments.get(orderId))
  yield
  yield* capturePayment(world, payment)
}

/** Sold out: releases the authorization. */
export function* onInventoryRejected(
  world: World,
  { orderId }: Payloads['inventory:rejected'],
): Steps {
  const payment = must(world.payments.get(orderId))
  yield
  yield* cancelPayment(world, payment, 'out_of_stock', ['Authorized'])
  yield* finishCancelling(world, payment)
}

/** `POST /api/payments/webhook`: trusts only the order id and retrieves the PaymentIntent. */
export function* handleWebhook(world: World, webhook: Webhook): Steps {
  if (isKnown(world, webhook)) return
  const { orderId, intentId } = webhook
  const payment = world.payments.get(orderId)
  yield
  if (payment === undefined || payment.paymentIntentId !== intentId) return
  if (webhook.status === 'refunds') {
    yield* recordRefunds(world, payment)
    return
  }
  const { status } = world.stripe.retrieve(intentId)
  yield
  yield* followIntent(world, payment, intentId, status)
}

const TYPES: Partial<Record<Webhook['status'], string>> = {
  requires_capture: 'payment_intent.amount_capturable_updated',
  succeeded: 'payment_intent.succeeded',
  canceled: 'payment_intent.canceled',
}

/** Whether this process has recorded what the webhook reports. */
function isKnown(world: World, { orderId, status }: Webhook): boolean {
  const state = world.recentStates.get(`${world.process} ${orderId}`)
  if (state === undefined) return false
  return world.lacks('recorded-webhooks') || isRecorded(TYPES[status] ?? '', state)
}

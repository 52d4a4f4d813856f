import type { OrderCopy, Payment } from '../../world/documents.ts'
import type { Payloads } from '../../world/events.ts'
import { NotYet, must, type Steps } from '../../world/steps.ts'
import type { Hook } from '../../world/stripe.ts'
import type { World } from '../../world/world.ts'
import { cancelPayment, finishCancelling } from './cancel.ts'
import { capturePayment } from './capture.ts'
import { followIntent } from './follow-intent.ts'
import { refundTheRest, settleRefunds } from './refund.ts'

/** Keeps the copy of the orders; one that is cancelled already keeps its end. */
export function* onOrderCreated(world: World, data: Payloads['order:created']): Steps {
  const { id, version, ...placed } = data
  const copy = world.orderCopies.get(id)
  if (copy === undefined)
    world.orderCopies.set(id, { kind: 'order-copy', id, version, status: 'Created', placed })
  else
    world.change(
      copy,
      (c) => c.placed === undefined,
      (c) => void (c.placed = placed),
    )
  yield
}

/** Writes the copy first, then gives the money back, wherever it is by now. */
export function* onOrderCancelled(world: World, data: Payloads['order:cancelled']): Steps {
  const early = world.payments.get(data.id)
  if (world.without('copy-first')) yield
  const isNews = writeCancelled(world, data)
  yield
  if (world.without('copy-first')) {
    if (early !== undefined) yield* undoPayment(world, early)
    return
  }
  if (!isNews && world.without('react-to-stale')) return
  const payment = world.payments.get(data.id)
  yield
  if (payment !== undefined) yield* undoPayment(world, payment)
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
  if (!world.without('order-tombstone')) world.orderCopies.set(id, tombstone)
  return true
}

function* undoPayment(world: World, payment: Payment): Steps {
  yield* cancelPayment(world, payment, 'user', ['Pending', 'Authorized'])
  if (payment.state === 'Capturing' && !world.without('wait-for-capture'))
    throw new NotYet('capturing')
  if (payment.state === 'Captured' && !world.without('late-cancel-refund'))
    yield* refundTheRest(world, payment)
  else if (payment.state === 'Refunding') yield* settleRefunds(world, payment)
}

/** The goods are held: the money is taken. */
export function* onInventoryReserved(
  world: World,
  { orderId }: Payloads['inventory:reserved'],
): Steps {
  const payment = must(world.payments.get(orderId))
  yield
  yield* capturePayment(world, payment)
}

/** The goods are gone: the held money goes back. */
export function* onInventoryRejected(
  world: World,
  { orderId }: Payloads['inventory:rejected'],
): Steps {
  const payment = must(world.payments.get(orderId))
  yield
  yield* cancelPayment(world, payment, 'out_of_stock', ['Authorized'])
  yield* finishCancelling(world, payment)
}

/** `POST /api/payments/webhook`: only the order's id is believed, the PaymentIntent is read afresh. */
export function* handleWebhook(world: World, { orderId, intentId }: Hook): Steps {
  const payment = world.payments.get(orderId)
  yield
  if (payment === undefined || payment.paymentIntentId !== intentId) return
  const { status } = world.stripe.retrieve(intentId)
  yield
  yield* followIntent(world, payment, intentId, status)
}

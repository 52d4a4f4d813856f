import type { OrderStatus } from '@shop/shared/contracts'
import { PRICE } from '../people/goods.ts'
import type { Order, Payment } from '../world/documents.ts'
import type { Intent } from '../world/stripe.ts'
import type { World } from '../world/world.ts'

/** Money is kept only for completed orders. */
export function checkMoney(world: World, order: Order): void {
  const payment = world.payments.get(order.id)
  const intents = [...world.stripe.intents.values()].filter(({ orderId }) => orderId === order.id)
  for (const intent of intents) checkIntent(world, intent, order)
  if (intents.filter(({ captured }) => captured > 0).length > 1)
    world.violate('an order is charged once', order.id)
  checkKept(world, order, intents)
  if (payment === undefined) checkAgreement(world, order.status, undefined)
  else checkPayment(world, order, payment)
}

function checkIntent(world: World, intent: Intent, { status, total }: Order): void {
  const { id, amount, captured } = intent
  const refunds = refundsOf(intent)
  if (captured > amount || amount !== total)
    world.violate('no more is captured than the order’s total', id)
  if (sumOf(refunds) > captured) world.violate('no more is refunded than was captured', id)
  const ours = refunds.filter(({ refundId }) => refundId !== undefined)
  if (new Set(ours.map(({ refundId }) => refundId)).size < ours.length)
    world.violate('no refund is made twice', id)
  if (intent.status === 'requires_capture')
    world.violate('no authorization is left open', `${id}, order ${status}`)
}

function checkKept(world: World, { id, status, total }: Order, intents: Intent[]): void {
  const kept = intents.reduce((sum, intent) => sum + intent.captured - sumOf(refundsOf(intent)), 0)
  const refunds = world.payments.get(id)?.refunds ?? []
  const given = refunds.filter(({ state, reversed }) => state === 'done' && reversed !== true)
  const cameBack = refunds.filter(({ reversed }) => reversed === true)
  const isComplete = status === 'Complete'
  if (kept < (isComplete ? total - sumOf(given) : 0))
    world.violate('a completed order keeps its payment', `order ${id} ${status}`)
  if (kept > (isComplete ? total - sumOf(given) : sumOf(cameBack)))
    world.violate('no money is kept that must be refunded', `order ${id} ${status}`)
}

function checkPayment(world: World, { status, shipping }: Order, payment: Payment): void {
  const { id, items, total, refunds } = payment
  if (refunds.some(({ state }) => state === 'asked')) world.violate('every refund is settled', id)
  if (total !== items.reduce((sum, { quantity }) => sum + quantity * PRICE, shipping))
    world.violate('the total is the sum of the lines', id)
  checkAgreement(world, status, payment)
}

function checkAgreement(world: World, status: OrderStatus, payment: Payment | undefined): void {
  const legal: Record<OrderStatus, (string | undefined)[]> = {
    Created: [undefined, 'Pending'],
    Complete: ['Captured'],
    Cancelled: [
      undefined,
      'Cancelled',
      'Refunded',
      // A payment that was never confirmed needs no cleanup.
      ...(payment?.paymentIntentId === null ? ['Pending'] : []),
    ],
  }
  if (!legal[status].includes(payment?.state))
    world.violate('order and payment agree', `order ${status}, payment ${payment?.state}`)
}

const refundsOf = ({ refunds }: Intent) => refunds.filter(({ status }) => status === 'succeeded')

const sumOf = (refunds: { amount: number }[]) =>
  refunds.reduce((sum, { amount }) => sum + amount, 0)

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
  if (new Set(refunds.map(({ refundId }) => refundId)).size < refunds.length)
    world.violate('no refund is made twice', id)
  if (intent.status === 'requires_capture')
    world.violate('no authorization is left open', `${id}, order ${status}`)
}

function checkKept(world: World, { id, status, total }: Order, intents: Intent[]): void {
  const kept = intents.reduce((sum, intent) => sum + intent.captured - sumOf(refundsOf(intent)), 0)
  const partial = world.payments.get(id)?.refunds.filter(({ bySeller }) => bySeller) ?? []
  const wanted = status === 'Complete' ? total - sumOf(partial) : 0
  if (kept < wanted) world.violate('a completed order keeps its payment', `order ${id} ${status}`)
  if (kept > wanted)
    world.violate('no money is kept that must be refunded', `order ${id} ${status}`)
}

function checkPayment(world: World, { status }: Order, payment: Payment): void {
  const { id, items, total, refunds } = payment
  if (refunds.some(({ state }) => state !== 'done')) world.violate('every refund is settled', id)
  if (total !== items.reduce((sum, { quantity }) => sum + quantity * PRICE, 0))
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

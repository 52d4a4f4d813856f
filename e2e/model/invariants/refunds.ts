import type { EventItem } from '@shop/shared/contracts'
import { heldLines } from '../shop/after-sale/amounts.ts'
import type { Order, Return } from '../world/documents.ts'
import type { World } from '../world/world.ts'

/** Orders, payments and Stripe agree on every refund; parcels and returns have theirs. */
export function checkRefunds(world: World, order: Order): void {
  if (order.refunds.some(({ status }) => status === 'Asked'))
    world.violate('every refund is settled', order.id)
  checkSameRefunds(world, order)
  checkLines(world, order)
  for (const each of order.returns) checkReturn(world, order, each)
  for (const { sellerId, status } of order.parcels)
    if (status === 'Cancelled' && !isRefunded(order, sellerId))
      world.violate('a cancelled parcel is refunded', `${order.id} ${sellerId}`)
}

const STATUSES = { asked: 'Asked', done: 'Done', failed: 'Failed' } as const

function checkSameRefunds(world: World, { id, refunds }: Order): void {
  const stored = world.payments.get(id)?.refunds ?? []
  const inPayments = stored.map((refund) => ({ ...refund, status: STATUSES[refund.state] }))
  const intents = [...world.stripe.intents.values()].filter(({ orderId }) => orderId === id)
  const made = intents.flatMap((intent) => intent.refunds)
  const atStripe = sumOf(made.filter(({ status }) => status === 'succeeded'))
  const given = refunds.filter(({ status, reversed }) => status === 'Done' && reversed !== true)
  if (textOf(refunds) !== textOf(inPayments) || sumOf(given) !== atStripe)
    world.violate(
      'orders, payments and Stripe agree on refunds',
      `${id}: ${textOf(refunds)}; ${textOf(inPayments)}; ${atStripe} at Stripe`,
    )
}

interface Compared {
  id: string
  amount: number
  status: string
  reversed?: boolean
}

function textOf(refunds: Compared[]): string {
  const rows = refunds.map(({ id, amount, status, reversed }) => {
    const what = status === 'Failed' ? '' : ` ${amount}`
    return `${id}${what} ${status}${reversed === true ? ' reversed' : ''}`
  })
  return rows.toSorted().join(', ')
}

function checkLines(world: World, order: Order): void {
  const held = heldLines(order)
  for (const { productId, quantity } of order.items) {
    const same = held.filter((line) => line.productId === productId)
    if (quantityOf(same) > quantity)
      world.violate('no more goods are refunded than were bought', `${order.id} ${productId}`)
  }
}

/** Whether each line of a seller is in a refund: a failed one is shown until it is tried again. */
function isRefunded({ items, refunds }: Order, seller: string): boolean {
  const given = refunds.flatMap(({ lines }) => lines)
  return items.every(({ sellerId, productId, quantity }) => {
    const same = given.filter((line) => line.productId === productId)
    return sellerId !== seller || quantityOf(same) >= quantity
  })
}

function checkReturn(world: World, order: Order, { id, status }: Return): void {
  const statuses = order.refunds
    .filter(({ returnId }) => returnId === id)
    .map((refund) => refund.status)
  const isBroken =
    (status === 'Refunding' && !statuses.includes('Asked') && !statuses.includes('Failed')) ||
    (status === 'Refunded' && !statuses.includes('Done'))
  if (isBroken) world.violate('every return has its refund', `${id} ${status}`)
}

function sumOf(refunds: { amount: number }[]): number {
  return refunds.reduce((sum, { amount }) => sum + amount, 0)
}

function quantityOf(lines: EventItem[]): number {
  return lines.reduce((sum, { quantity }) => sum + quantity, 0)
}

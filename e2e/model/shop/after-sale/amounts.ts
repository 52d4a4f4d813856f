import type { EventItem } from '@shop/shared/contracts'
import { PRICE } from '../../people/goods.ts'
import type { Order, OrderRefund } from '../../world/documents.ts'

/** Whether a refund holds its money: it has gone back, or may. */
function isHeld({ status, reversed }: OrderRefund): boolean {
  return status !== 'Failed' && reversed !== true
}

/** The lines that cannot be refunded again: those of refunds and of open returns. A failed refund frees its own, unless they were returned. */
export function heldLines({ refunds, returns }: Order): EventItem[] {
  const open = returns.filter(({ status }) => status === 'Asked' || status === 'Accepted')
  const holding = refunds.filter(
    ({ status, returnId }) => status !== 'Failed' || returnId !== undefined,
  )
  const retried = new Set<string>()
  const once = holding.toReversed().filter(({ returnId }) => {
    if (returnId === undefined) return true
    const isLast = !retried.has(returnId)
    retried.add(returnId)
    return isLast
  })
  return [...once, ...open].flatMap(({ lines }) => lines)
}

interface Wish {
  sellerId: string
  lines: EventItem[]
  /** The typed amount; without it, the price of the lines. */
  amount?: number
  withShipping?: boolean
}

/** How much a refund gives back: at most what is left of the seller's lines and of the total. */
export function amountsOf(order: Order, { sellerId, lines, amount, withShipping }: Wish) {
  const held = order.refunds.filter(isHeld)
  const totalLeft = order.total - sumOf(held, ({ amount: given }) => given)
  const ofSeller = held.filter((refund) => refund.sellerId === sellerId)
  const items = order.items.filter((item) => item.sellerId === sellerId)
  const sellerLeft = priceOf(items) - sumOf(ofSeller, (refund) => refund.amount - refund.shipping)
  const goods = Math.max(0, Math.min(amount ?? priceOf(lines), sellerLeft, totalLeft))
  const isFirst = held.every(({ shipping }) => shipping === 0)
  const isDue = withShipping === true || areAllRefunded(order, lines)
  const shipping = isFirst && isDue ? Math.max(0, Math.min(order.shipping, totalLeft - goods)) : 0
  return { amount: goods + shipping, shipping }
}

function areAllRefunded(order: Order, more: EventItem[]): boolean {
  const held = order.refunds.filter(isHeld).flatMap(({ lines }) => lines)
  return countOf([...held, ...more]) >= countOf(order.items)
}

const priceOf = (lines: EventItem[]) => countOf(lines) * PRICE

const countOf = (lines: EventItem[]) => sumOf(lines, ({ quantity }) => quantity)

function sumOf<T>(all: T[], valueOf: (one: T) => number): number {
  return all.reduce((sum, one) => sum + valueOf(one), 0)
}

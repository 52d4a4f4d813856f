import { MAX_REFUNDS, ShopError, keptRefunds, refundable } from '@shop/shared/contracts'
import { parcelCancelled, refundAsked } from './after-sale-events.ts'
import { replaced, type Change, type PaidOrder, type Part, type Refund } from './after-sale.ts'
import { checkParts, counted, remaining } from './given-back.ts'

/** A refund to ask for: of these lines, or of this amount in minor units. */
export type Wanted = Pick<Refund, 'sellerId' | 'restock' | 'by'> &
  Partial<Pick<Refund, 'key' | 'body' | 'reason' | 'note'>> & {
    lines: Part[]
    amount?: number
    /** With what is left of the shipping; otherwise it goes with the last line. */
    withShipping?: boolean
  }

/** Asks for a refund; it cancels a parcel that has nothing left to send. Throws `refund-exceeds`. */
export function askRefund(order: PaidOrder, wanted: Wanted, now: Date): Change {
  if (order.refunds.length >= MAX_REFUNDS)
    throw new ShopError('refund-exceeds', `An order can have ${MAX_REFUNDS} refunds`)
  const goods = goodsAmount(order, wanted)
  const { amount: _, withShipping = false, ...rest } = wanted
  const refund: Refund = {
    ...rest,
    id: `${order._id.toString()}-${order.refunds.length + 1}`,
    amount: goods,
    shipping: 0,
    status: 'Asked',
    at: now,
  }
  const all = [...order.refunds, refund]
  const isDue = withShipping || isAllBack(order, all)
  const shipping = isDue ? shippingLeft({ ...order, refunds: all }) : 0
  const asked = { ...refund, amount: goods + shipping, shipping }
  const refunds = [...order.refunds, asked]
  const cancelled = cancelEmptied({ ...order, refunds }, asked, now)
  return { refunds, ...cancelled, events: [refundAsked(order, asked), ...cancelled.events] }
}

/** A failed refund is asked for anew, under its key; null unless it failed and nothing replaced it. Throws `refunded`. */
export function askAgain(order: PaidOrder, failed: Refund, now: Date): Change | null {
  const isReplaced = counted(order.refunds).some(
    ({ key }) => key !== undefined && key === failed.key,
  )
  if (failed.status !== 'Failed' || isReplaced) return null
  // A return holds its lines itself.
  const isOfReturn = order.returns.some(({ id }) => id === failed.key)
  if (!isOfReturn) checkParts(order, failed.sellerId ?? '', failed.lines)
  const {
    id: _,
    amount,
    shipping,
    status: __,
    doneAt: ___,
    at: ____,
    reversed: _____,
    ...wanted
  } = failed
  const isByAmount = failed.lines.length === 0
  const again = {
    ...wanted,
    ...(isByAmount && { amount: amount - shipping }),
    withShipping: shipping > 0 && failed.by === 'staff',
  }
  return askRefund(order, again, now)
}

function goodsAmount(order: PaidOrder, { sellerId, lines, amount }: Wanted): number {
  const left = leftOf(order, sellerId)
  if (amount === undefined) return Math.min(priceOf(order, lines), left)
  if (amount > left)
    throw new ShopError('refund-exceeds', 'This is more than what is left to refund')
  return amount
}

/** What can still be refunded of a seller's lines, or of the whole order, in minor units. */
export function leftOf({ items, total, refunds }: PaidOrder, sellerId?: string): number {
  const sums = (some: Refund[]) => some.reduce((sum, { amount }) => sum + amount, 0)
  const leftOfTotal = Math.max(0, total - sums(keptRefunds(refunds)))
  if (sellerId === undefined) return leftOfTotal
  const own = items.filter((line) => line.sellerId === sellerId)
  const goods = own.reduce((sum, { price, quantity }) => sum + price * quantity, 0)
  const given = refunds.filter((refund) => refund.sellerId === sellerId)
  return Math.min(refundable(goods, given), leftOfTotal)
}

function priceOf({ items }: PaidOrder, lines: Part[]): number {
  const prices = new Map(items.map(({ productId, price }) => [productId, price]))
  return lines.reduce((sum, { productId, quantity }) => {
    return sum + (prices.get(productId) ?? 0) * quantity
  }, 0)
}

/** What is left of the shipping, in minor units: it is given back once. */
export function shippingLeft(order: PaidOrder): number {
  const isGiven = keptRefunds(order.refunds).some(({ shipping }) => shipping > 0)
  return isGiven ? 0 : Math.min(order.shipping, leftOf(order))
}

/** Whether every line is in a refund: the last one brings the shipping back. */
function isAllBack({ items }: PaidOrder, refunds: Refund[]): boolean {
  const back = new Map<string, number>()
  for (const { productId, quantity } of counted(refunds).flatMap(({ lines }) => lines))
    back.set(productId, (back.get(productId) ?? 0) + quantity)
  return items.every((line) => (back.get(line.productId) ?? 0) >= line.quantity)
}

/** The parcel of a refund by lines that leaves nothing to send. */
function cancelEmptied(order: PaidOrder, { sellerId, lines, by }: Refund, now: Date): Change {
  const parcel = order.parcels.find((each) => each.sellerId === sellerId)
  const isEmptied =
    parcel?.status === 'ToSend' &&
    lines.length > 0 &&
    remaining(order, parcel.sellerId).length === 0
  if (!isEmptied) return { events: [] }
  const parcels = replaced(order.parcels, parcel, { status: 'Cancelled' })
  return { parcels, events: [parcelCancelled(order, parcel, by, now)] }
}

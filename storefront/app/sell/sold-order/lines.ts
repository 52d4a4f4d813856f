import { givenBack, refundable, toMinorUnits, type SoldOrderResponse } from '@shop/shared/contracts'
import { backText } from '../../ui/line-back.ts'
import type { Line } from '../../ui/order-lines.tsx'

/** A seller's lines with how many of each were not given back. */
export function soldQuantities({ items, returns, refunds }: SoldOrderResponse) {
  const held = givenBack(
    returns,
    refunds.filter(({ returnId }) => returnId === undefined),
  )
  return items
    .map(({ productId, title, quantity }) => ({
      productId,
      title,
      left: quantity - (held.get(productId) ?? 0),
    }))
    .filter(({ left }) => left > 0)
}

/** A seller's lines, each with what went back of it and, before it is sent, what is left to send. */
export function soldLines(order: SoldOrderResponse): Line[] {
  const { items, parcels, returns, refunds } = order
  const isToSend = parcels.some(({ status }) => status === 'ToSend')
  const held = givenBack(
    returns,
    refunds.filter(({ returnId }) => returnId === undefined),
  )
  return items.map((line) => {
    const back = held.get(line.productId) ?? 0
    const left = line.quantity - back
    const toSend = left > 0 ? `send ${left}` : 'don’t send it'
    const notes = [backText(order, line.productId), ...(isToSend && back > 0 ? [toSend] : [])]
    return { ...line, note: notes.filter((note) => note !== '').join(': ') }
  })
}

/** What can still be refunded of a seller's lines, in minor units. */
export function leftToRefund({ total, refunds }: SoldOrderResponse): number {
  const given = refunds.map(({ amount, shipping, ...refund }) => ({
    ...refund,
    amount: toMinorUnits(amount),
    shipping: toMinorUnits(shipping),
  }))
  return refundable(toMinorUnits(total), given)
}

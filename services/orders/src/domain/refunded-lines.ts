import { doneRefunds } from '@shop/shared/contracts'
import type { PaidOrder } from './after-sale.ts'
import { refundsOf } from './list-keys.ts'
import type { OrderLine } from './place-order.ts'

/** A seller's lines with what was refunded of each, in minor units; together all of their refunds without shipping. */
export function refundedLines(
  order: Pick<PaidOrder, 'items' | 'refunds'>,
  sellerId: string,
): { line: OrderLine; refunded: number }[] {
  const rows = order.items
    .filter((line) => line.sellerId === sellerId)
    .map((line) => ({ line, refunded: 0 }))
  for (const { lines, amount, shipping } of doneRefunds(refundsOf(order, sellerId))) {
    let left = amount - shipping
    for (const { productId, quantity } of lines) {
      const row = rows.find((each) => each.line.productId === productId)
      if (row !== undefined) left -= give(row, Math.min(left, row.line.price * quantity))
    }
    // An amount without lines goes where there is room, the rest to the first line.
    for (const row of rows) left -= give(row, Math.min(left, roomOf(row)))
    const [first] = rows
    if (first !== undefined) give(first, left)
  }
  return rows
}

type Row = { line: OrderLine; refunded: number }

function give(row: Row, amount: number): number {
  row.refunded += amount
  return amount
}

function roomOf({ line, refunded }: Row): number {
  return Math.max(0, line.price * line.quantity - refunded)
}

import type { RefundStatus, ReturnStatus } from './after-sale.ts'
import { givenBack } from './given-back.ts'

type Lines = { productId: string; quantity: number }[]

interface Refund {
  lines: Lines
  status: RefundStatus
  amount: number
  reason?: string | undefined
  returnId?: string | undefined
}

interface AfterSale<R extends Refund> {
  items: Lines
  returns: { lines: Lines; status: ReturnStatus }[]
  refunds: R[]
}

/** Failed refunds that still wait to be tried again: nothing has replaced them, and what they are for is still open. */
export function failedRefunds<R extends Refund>({ items, returns, refunds }: AfterSale<R>): R[] {
  const held = givenBack(
    returns,
    refunds.filter(({ returnId }) => returnId === undefined),
  )
  const left = new Map(
    items.map(({ productId, quantity }) => [productId, quantity - (held.get(productId) ?? 0)]),
  )
  // The lines of a return stay held while its refund has failed.
  const isOpen = ({ returnId, lines }: Refund) =>
    returnId !== undefined ||
    lines.every(({ productId, quantity }) => quantity <= (left.get(productId) ?? 0))
  return refunds.filter(
    (refund, position) =>
      refund.status === 'Failed' &&
      isOpen(refund) &&
      !refunds.slice(position + 1).some((later) => isSame(later, refund)),
  )
}

/** Whether two refunds are for the same return, the same lines or the same amount. */
function isSame(a: Refund, b: Refund): boolean {
  if (a.returnId !== undefined || b.returnId !== undefined) return a.returnId === b.returnId
  if (a.lines.length + b.lines.length === 0) return a.amount === b.amount && a.reason === b.reason
  return JSON.stringify(a.lines) === JSON.stringify(b.lines)
}

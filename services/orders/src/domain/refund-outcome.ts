import { refundTold, type RefundOutcome } from './after-sale-events.ts'
import { replaced, type Change, type PaidOrder, type Refund } from './after-sale.ts'

/** What payments said of a refund; the amount is in minor units. */
export interface Outcome {
  id: string
  status: RefundOutcome
  amount: number
}

/** Records how a refund ended; null when that is known. A success wins over a failure that was reported before. */
export function recordOutcome(order: PaidOrder, outcome: Outcome, at: Date): Change | null {
  const refund = order.refunds.find(({ id }) => id === outcome.id)
  if (refund === undefined) return null
  const fields = changedBy(refund, outcome, at)
  if (fields === null) return null
  const changed = { ...refund, ...fields }
  return {
    refunds: replaced(order.refunds, refund, fields),
    ...(fields.status === 'Done' && {
      returns: refundedReturns(order, refund, at),
      entries: [{ at, what: 'refunded' } as const],
    }),
    events: [refundTold(order, changed, outcome.status, at)],
  }
}

function changedBy(
  { status, reversed = false }: Refund,
  outcome: Outcome,
  at: Date,
): Partial<Refund> | null {
  switch (outcome.status) {
    case 'done':
      return status === 'Done' ? null : { status: 'Done', amount: outcome.amount, doneAt: at }
    case 'failed':
      return status === 'Asked' ? { status: 'Failed', doneAt: at } : null
    case 'reversed':
      if (reversed) return null
      // That it was done may never be reported: events are unordered, and only the last one is published again.
      if (status === 'Done') return { reversed: true }
      return { status: 'Done', amount: outcome.amount, doneAt: at, reversed: true }
    default:
      return outcome.status satisfies never
  }
}

function refundedReturns({ returns }: PaidOrder, { key }: Refund, at: Date) {
  return returns.map((each) =>
    each.id === key ? { ...each, status: 'Refunded' as const, changedAt: at } : each,
  )
}

/** A refund that orders did not ask for: made at the payment provider, or the rest of a late cancellation. */
export function recordForeign(
  order: PaidOrder,
  foreign: Pick<Refund, 'id' | 'amount' | 'lines' | 'restock' | 'reversed'>,
  at: Date,
): Change | null {
  const { id, amount, lines, restock, reversed = false } = foreign
  if (order.refunds.some((refund) => refund.id === id)) return null
  const isComplete = order.status === 'Complete'
  const refund: Refund = {
    id,
    lines: isComplete ? [] : lines,
    amount,
    shipping: 0,
    restock,
    by: isComplete ? 'stripe' : 'system',
    status: 'Done',
    ...(reversed && { reversed }),
    at,
    doneAt: at,
  }
  return {
    refunds: [...order.refunds, refund],
    entries: [{ at, what: 'refunded' }],
    events: [refundTold(order, refund, reversed ? 'reversed' : 'done', at)],
  }
}

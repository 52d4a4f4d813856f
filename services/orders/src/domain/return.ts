import { ANSWER_MS, ShopError, WITHDRAWAL_MS, notFound, type AskedBy } from '@shop/shared/contracts'
import { returnChanged } from './after-sale-events.ts'
import { replaced, type Change, type PaidOrder, type Parcel, type Return } from './after-sale.ts'
import { parcelOf } from './parcel.ts'
import { askRefund } from './refund.ts'

export type Answer = { answer: 'accepted' | 'refused'; note: string }

/** The seller answers a return; null when it was answered so before. Throws `withdrawal-period` and `return-final`. */
export function answerReturn(
  order: PaidOrder,
  asked: Return,
  { answer, note }: Answer,
  now: Date,
): Change | null {
  const status = answer === 'accepted' ? 'Accepted' : 'Refused'
  if (asked.status === status) return null
  if (asked.status !== 'Asked')
    throw new ShopError('return-final', 'This return was answered already')
  if (status === 'Refused' && isWithdrawal(asked, parcelOf(order, asked.sellerId)))
    throw new ShopError(
      'withdrawal-period',
      'A return within 14 days after delivery cannot be refused',
    )
  return changeReturn(order, asked, { status, answer: note, answeredAt: now, changedAt: now }, now)
}

/** The goods are back, or never will be: asks for the refund; null when that was done. Throws `return-final`. */
export function refundReturn(
  order: PaidOrder,
  asked: Return,
  { restock, by }: { restock: boolean; by: AskedBy },
  now: Date,
): Change | null {
  if (asked.status === 'Refunding' || asked.status === 'Refunded') return null
  if (asked.status === 'Refused') throw new ShopError('return-final', 'This return was refused')
  const { id: key, sellerId, lines, reason } = asked
  const changed: Partial<Return> = { status: 'Refunding', changedAt: now }
  const returns = replaced(order.returns, asked, changed)
  const change = askRefund(
    { ...order, returns },
    { key, sellerId, lines, reason, restock, by },
    now,
  )
  const event = returnChanged(order, { ...asked, ...changed }, now)
  return { returns, ...change, events: [event, ...change.events] }
}

/** Returns without an answer for a week are accepted; null when there are none. */
export function acceptOverdue(order: PaidOrder, now: Date): Change | null {
  const overdue = order.returns.filter(
    ({ status, askedAt }) => status === 'Asked' && askedAt.getTime() + ANSWER_MS <= now.getTime(),
  )
  if (overdue.length === 0) return null
  const accepted = { status: 'Accepted', answeredAt: now, changedAt: now } as const
  return {
    returns: order.returns.map((each) =>
      overdue.includes(each) ? { ...each, ...accepted } : each,
    ),
    events: overdue.map((each) => returnChanged(order, { ...each, ...accepted }, now)),
  }
}

export function returnOf({ returns }: PaidOrder, sellerId: string, id: string): Return {
  const found = returns.find((each) => each.id === id && each.sellerId === sellerId)
  if (found === undefined) throw notFound('Return')
  return found
}

/** Whether the buyer has the right to withdraw: no reason needed, and it cannot be refused. */
function isWithdrawal({ askedAt }: Pick<Return, 'askedAt'>, { deliveredAt }: Parcel): boolean {
  return deliveredAt === undefined || askedAt.getTime() <= deliveredAt.getTime() + WITHDRAWAL_MS
}

function changeReturn(order: PaidOrder, one: Return, fields: Partial<Return>, now: Date): Change {
  return {
    returns: replaced(order.returns, one, fields),
    events: [returnChanged(order, { ...one, ...fields }, now)],
  }
}

import {
  ANSWER_MS,
  dayText,
  failedRefunds,
  sendByDay,
  shopDay,
  type SoldCounts,
  type SoldOrderResponse,
} from '@shop/shared/contracts'
import { count } from '../lib/words.ts'
import type { Status } from '../ui/badge.tsx'
import { orderStatus } from '../ui/order-status.ts'
import { parcelStatus } from '../ui/parcel-status.ts'

const LATE: Status = { text: 'Late', kind: 'danger', icon: 'warning' }

/** What waits for the seller of an order, then the state of their parcel; `today` is the shop's day. */
export function soldStatuses(order: SoldOrderResponse, today: string): Status[] {
  const [parcel] = order.parcels
  return [
    ...(failedRefunds(order).length > 0
      ? [{ text: 'Refund failed', kind: 'danger', icon: 'danger' } as const]
      : []),
    ...(askedReturn(order) === undefined
      ? []
      : [{ text: 'Return to answer', kind: 'warn', icon: 'return' } as const]),
    ...(isLate(order, today) ? [LATE] : []),
    parcel === undefined ? orderStatus(order) : parcelStatus(parcel.status),
  ]
}

/** The last day to send the parcel; undefined when there is nothing to send. */
function sendBy({ parcels, completedAt }: SoldOrderResponse): string | undefined {
  const isToSend = parcels.some(({ status }) => status === 'ToSend')
  return isToSend && completedAt !== undefined ? sendByDay(new Date(completedAt)) : undefined
}

export function isLate(order: SoldOrderResponse, today: string): boolean {
  const day = sendBy(order)
  return day !== undefined && day < today
}

/** What the seller has to do next, and by when; empty when nothing waits. */
export function dueText(order: SoldOrderResponse, today: string): string {
  if (failedRefunds(order).length > 0) return 'Try the refund again'
  const asked = askedReturn(order)
  if (asked !== undefined) {
    const until = new Date(Date.parse(asked.askedAt) + ANSWER_MS)
    return `Answer by ${dayText(shopDay(until))}`
  }
  const day = sendBy(order)
  if (day === undefined) return ''
  if (day < today) return `Was due ${dayText(day)}`
  return day === today ? 'Send today' : `Send by ${dayText(day)}`
}

/** What waits in all orders, in one sentence: 2 parcels to send, 1 open return. */
export function waitingText({ toSend, returns, failed }: SoldCounts): string {
  const parts = [
    ...(failed > 0
      ? [count(failed, 'order with a failed refund', 'orders with failed refunds')]
      : []),
    ...(toSend > 0 ? [`${count(toSend, 'parcel')} to send`] : []),
    ...(returns > 0 ? [count(returns, 'open return')] : []),
  ]
  return parts.length === 0 ? 'Nothing is waiting.' : `${parts.join(', ')}.`
}

/** Ana M., as lists show a buyer. */
export function buyerName({ address }: Pick<SoldOrderResponse, 'address'>): string {
  const [first = 'A buyer', ...others] = (address?.name ?? '').split(/\s+/).filter(Boolean)
  const initial = others.at(-1)?.[0]
  return initial === undefined ? first : `${first} ${initial}.`
}

function askedReturn({ returns }: SoldOrderResponse) {
  return returns.find(({ status }) => status === 'Asked')
}

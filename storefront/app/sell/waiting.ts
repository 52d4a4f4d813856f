import { failedRefunds, type SoldOrderResponse } from '@shop/shared/contracts'
import { count } from '../lib/words.ts'
import type { Status } from '../ui/badge.tsx'
import { orderStatus } from '../ui/order-status.ts'
import { parcelStatus } from '../ui/parcel-status.ts'

/** What waits for the seller of an order, then the state of their parcel. */
export function soldStatuses(order: SoldOrderResponse): Status[] {
  const [parcel] = order.parcels
  return [
    ...(failedRefunds(order).length > 0
      ? [{ text: 'Refund failed', kind: 'danger', icon: 'danger' } as const]
      : []),
    ...(isAnswerDue(order)
      ? [{ text: 'Return to answer', kind: 'warn', icon: 'back' } as const]
      : []),
    parcel === undefined ? orderStatus(order) : parcelStatus(parcel.status),
  ]
}

/** What waits in some orders, in one sentence: 2 to send, 1 return to answer. */
export function waitingText(orders: SoldOrderResponse[]): string {
  const toSend = orders.filter(({ parcels }) => parcels.some(({ status }) => status === 'ToSend'))
  const failed = orders.filter((order) => failedRefunds(order).length > 0)
  const returns = orders.filter(isAnswerDue)
  const parts = [
    ...(failed.length > 0 ? [count(failed.length, 'failed refund')] : []),
    ...(toSend.length > 0 ? [`${count(toSend.length, 'parcel')} to send`] : []),
    ...(returns.length > 0 ? [`${count(returns.length, 'return')} to answer`] : []),
  ]
  return parts.length === 0 ? 'Nothing is waiting.' : `${parts.join(', ')}.`
}

function isAnswerDue({ returns }: SoldOrderResponse): boolean {
  return returns.some(({ status }) => status === 'Asked')
}

import type {
  HistoryEntry,
  OrderResponse,
  RefundReason,
  StaffAction,
  StaffStatus,
} from '@shop/shared/contracts'
import { money } from '../lib/money.ts'

export const ORDER_STATES: Record<StaffStatus, string> = {
  failed: 'Refund failed',
  unanswered: 'Returns without answer',
  reversed: 'Refund came back',
  'to-send': 'To send',
  returns: 'Returns',
  sent: 'Sent',
  delivered: 'Delivered',
  cancelled: 'Canceled',
  refunded: 'Refunded',
}

export const REFUND_REASON_NAMES: Record<RefundReason, string> = {
  'cannot-send': 'Can’t be sent',
  damaged: 'Damaged',
  late: 'Late',
  goodwill: 'Goodwill',
  other: 'Other',
}

const TIMELINE: Record<OrderResponse['timeline'][number]['what'], string> = {
  placed: 'Order placed',
  authorized: 'Card approved',
  reserved: 'Items reserved',
  complete: 'Paid',
  cancelled: 'Order canceled',
  refunded: 'Refund done',
}

const RETURNS: Record<OrderResponse['returns'][number]['status'], string> = {
  Asked: 'requested',
  Accepted: 'accepted',
  Refused: 'refused',
  Refunding: 'waiting for its refund',
  Refunded: 'refunded',
}

const REFUNDS: Record<OrderResponse['refunds'][number]['status'], string> = {
  Asked: 'asked for',
  Done: 'done',
  Failed: 'failed',
}

const ACTS: Record<StaffAction, string> = {
  send: 'marked the parcel as sent',
  'answer-return': 'answered the return',
  'refund-return': 'refunded the return',
  refund: 'refunded',
  'retry-refund': 'tried the refund again',
}

/** One plain sentence about an entry of an order's history. */
function historyText(entry: HistoryEntry, nameOf: (sellerId: string) => string): string {
  switch (entry.what) {
    case 'sent':
      return `${nameOf(entry.sellerId)} sent the parcel`
    case 'delivered':
      return `The parcel of ${nameOf(entry.sellerId)} was delivered`
    case 'return':
      return `Return ${RETURNS[entry.status]}`
    case 'refund':
      return `Refund of ${money(entry.amount)} ${REFUNDS[entry.status]}`
    case 'staff':
      return `Staff ${ACTS[entry.act]} for ${nameOf(entry.sellerId)}: “${entry.reason}”`
    default:
      return entry satisfies never
  }
}

/** Everything that happened to an order, newest first. */
export function eventsOf(
  { timeline, history }: Pick<OrderResponse, 'timeline'> & { history: HistoryEntry[] },
  nameOf: (sellerId: string) => string,
): { at: string; text: string }[] {
  return [
    ...timeline
      .filter(({ what }) => what !== 'refunded')
      .map(({ at, what }) => ({ at, text: TIMELINE[what] })),
    ...history.map((entry) => ({ at: entry.at, text: historyText(entry, nameOf) })),
  ].toSorted((a, b) => b.at.localeCompare(a.at))
}

import { carrierName, type SoldOrderResponse } from '@shop/shared/contracts'
import { money } from '../../lib/money.ts'
import { isBeforeSending } from '../../ui/line-back.ts'
import { partsText } from '../../ui/parts-text.ts'

interface Entry {
  at: string
  text: string
}

const ACTS: Record<NonNullable<SoldOrderResponse['acts']>[number]['act'], string> = {
  send: 'Corner’s staff marked the parcel as sent',
  'answer-return': 'Corner’s staff answered the return',
  'refund-return': 'Corner’s staff refunded the return',
  refund: 'Corner’s staff made a refund',
  'retry-refund': 'Corner’s staff tried the refund again',
}

/** What happened to a sold order, newest first. */
export function historyOf(order: SoldOrderResponse): Entry[] {
  const { completedAt, total, acts = [] } = order
  const entries = [
    ...(completedAt === undefined
      ? []
      : [{ at: completedAt, text: `Paid, ${money(total)} for your items` }]),
    ...order.parcels.flatMap(ofParcel),
    ...order.returns.flatMap((asked) => ofReturn(order, asked)),
    ...order.refunds.flatMap(ofRefund),
    ...acts.map(({ at, act, reason }) => ({ at, text: `${ACTS[act]}: ${reason}` })),
  ]
  return entries.toSorted((a, b) => b.at.localeCompare(a.at))
}

function ofParcel({
  carrier,
  tracking,
  sentAt,
  deliveredAt,
}: SoldOrderResponse['parcels'][number]) {
  const name = carrier && carrierName(carrier)
  const how = [name, tracking].filter((part) => part !== undefined).join(', ')
  return [
    ...(sentAt === undefined
      ? []
      : [{ at: sentAt, text: how === '' ? 'Sent' : `Sent with ${how}` }]),
    ...(deliveredAt === undefined ? [] : [{ at: deliveredAt, text: 'Delivered' }]),
  ]
}

function ofReturn(order: SoldOrderResponse, asked: SoldOrderResponse['returns'][number]) {
  const { lines, status, answer, askedAt, answeredAt } = asked
  const what = partsText(order, lines)
  const isDecided = isBeforeSending(asked, order.refunds)
  const answered =
    status === 'Refused'
      ? 'You refused the return'
      : answer === undefined
        ? 'The return was accepted without an answer'
        : 'You accepted the return'
  return [
    { at: askedAt, text: `The buyer ${isDecided ? 'gave back' : 'asked to give back'} ${what}` },
    ...(answeredAt === undefined ? [] : [{ at: answeredAt, text: answered }]),
  ]
}

function ofRefund(refund: SoldOrderResponse['refunds'][number]) {
  const { amount, status, reversed, at, doneAt } = refund
  const ended =
    reversed === true
      ? `${money(amount)} was sent back by the buyer’s bank`
      : status === 'Failed'
        ? `The refund of ${money(amount)} failed`
        : `${money(amount)} was refunded`
  return [
    { at, text: `A refund of ${money(amount)} was requested` },
    ...(doneAt === undefined ? [] : [{ at: doneAt, text: ended }]),
  ]
}

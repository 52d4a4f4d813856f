import type { EventItem } from '@shop/shared/contracts'
import type { Order, OrderRefund, Return } from '../../world/documents.ts'
import type { Steps } from '../../world/steps.ts'
import type { World } from '../../world/world.ts'
import { newRefund } from './ask.ts'
import { changeOrder } from './change-order.ts'
import { linesLeft, setParcel, statusOfParcel } from './parcels.ts'

/** The buyer gives lines back: of a parcel that is not sent yet at once, else the seller is asked. */
export function* giveBack(
  world: World,
  order: Order,
  choose: (lines: EventItem[]) => EventItem[],
): Steps {
  yield* changeOrder(world, order, (read) => {
    const { sellerId } = world.random.pick(read.parcels)
    const lines = choose(linesLeft(read, sellerId))
    if (lines.length === 0) return null
    const id = `${read.id}-return-${read.returns.length}`
    const isUnsent = statusOfParcel(read, sellerId) === 'ToSend'
    const entry: Return = { id, sellerId, lines, status: isUnsent ? 'Refunding' : 'Asked' }
    if (!isUnsent) return (o) => void o.returns.push(entry)
    const wish = { sellerId, lines, returnId: id, restock: true, by: 'buyer' } as const
    const refund = newRefund(read, wish, world.now)
    return (o) => {
      o.returns.push(entry)
      addRefund(o, refund)
    }
  })
}

/** The seller answers a return. */
export function* answerReturn(world: World, order: Order, status: 'Accepted' | 'Refused'): Steps {
  yield* changeOrder(world, order, (read) => {
    const open = read.returns.find((each) => each.status === 'Asked')
    return open === undefined ? null : (o) => setReturn(o, open.id, status)
  })
}

/** The goods of a return are back, or its refund failed: its refund is asked. */
export function* refundReturn(world: World, order: Order, restock: boolean): Steps {
  yield* changeOrder(world, order, (read) => {
    const due = read.returns.find((each) => isRefundable(read, each))
    if (due === undefined) return null
    const { id: returnId, sellerId, lines } = due
    const wish = { sellerId, lines, returnId, restock, by: 'seller' } as const
    const refund = newRefund(read, wish, world.now)
    return (o) => {
      setReturn(o, returnId, 'Refunding')
      addRefund(o, refund)
    }
  })
}

function isRefundable({ refunds }: Order, { id, status }: Return): boolean {
  if (status === 'Asked' || status === 'Accepted') return true
  const last = refunds.findLast(({ returnId }) => returnId === id)
  return status === 'Refunding' && last?.status === 'Failed'
}

export function setReturn({ returns }: Order, id: string, status: Return['status']): void {
  for (const each of returns) if (each.id === id) each.status = status
}

/** A parcel that was not sent and has nothing left in it is cancelled in the same write. */
export function addRefund(order: Order, refund: OrderRefund): void {
  order.refunds.push(refund)
  const { sellerId } = refund
  if (sellerId === undefined || refund.lines.length === 0) return
  const isEmptied = linesLeft(order, sellerId).length === 0
  if (isEmptied && statusOfParcel(order, sellerId) === 'ToSend')
    setParcel(order, sellerId, 'Cancelled')
}

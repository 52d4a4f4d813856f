import type { Order, OrderRefund } from '../../world/documents.ts'
import type { Payloads } from '../../world/events.ts'
import { must, type Steps } from '../../world/steps.ts'
import type { World } from '../../world/world.ts'
import { moving } from './moves.ts'
import { setReturn } from './returns.ts'

/** Payments has ended a refund. A success wins over an earlier failure. */
export function* onRefundEnded(world: World, data: Payloads['refund:ended']): Steps {
  const order = must(world.orders.get(data.orderId))
  yield
  const { id, status, amount } = data
  const isNews = (o: Order) => {
    const refund = refundOf(o, id)
    if (refund === undefined) return status !== 'failed'
    if (status === 'reversed') return refund.reversed !== true
    return refund.status === 'Asked' || (refund.status === 'Failed' && status === 'done')
  }
  world.change(
    order,
    isNews,
    (o) => {
      const refund = refundOf(o, id) ?? added(o, { id, amount, at: world.now })
      refund.status = status === 'failed' ? 'Failed' : 'Done'
      if (status === 'reversed') refund.reversed = true
      if (status !== 'failed') refund.amount = amount
      const { returnId } = refund
      if (status !== 'failed' && returnId !== undefined)
        moving(world, o, () => setReturn(o, returnId, 'Refunded'))
      o.version += 1
    },
    `refund ${id} ${status}`,
  )
  yield
}

/** A refund that orders did not ask for: by Stripe's dashboard, or the rest of a cancelled order. */
export function* onPaymentRefunded(world: World, data: Payloads['payment:refunded']): Steps {
  const order = must(world.orders.get(data.orderId))
  yield
  world.change(
    order,
    (o) => refundOf(o, data.refundId) === undefined,
    (o) => {
      added(o, { id: data.refundId, amount: data.amount, at: world.now })
      o.version += 1
    },
    `foreign refund ${data.refundId}`,
  )
  yield
}

function refundOf({ refunds }: Order, id: string): OrderRefund | undefined {
  return refunds.find((refund) => refund.id === id)
}

function added(order: Order, refund: Pick<OrderRefund, 'id' | 'amount' | 'at'>): OrderRefund {
  const by = order.status === 'Complete' ? 'stripe' : 'system'
  const entry: OrderRefund = {
    ...refund,
    lines: [],
    shipping: 0,
    restock: false,
    by,
    status: 'Done',
  }
  order.refunds.push(entry)
  return entry
}

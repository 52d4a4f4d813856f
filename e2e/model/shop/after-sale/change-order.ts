import type { Order, OrderRefund } from '../../world/documents.ts'
import type { Steps } from '../../world/steps.ts'
import type { World } from '../../world/world.ts'
import { refundAsked } from './ask.ts'
import { moving } from './moves.ts'

const MAX_TRIES = 5

/** Decides by an order as it was read; null when there is nothing to write. */
type Decide = (read: Order) => ((order: Order) => void) | null

/** After the sale: reads, decides, and writes once, guarded by the version; again when that is lost. */
export function* changeOrder(world: World, order: Order, decide: Decide): Steps {
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    const { version } = order
    const write = order.status === 'Complete' ? decide(order) : null
    yield
    if (write === null) return
    const asked: OrderRefund[] = []
    const isWritten = world.change(
      order,
      (o) => o.version === version || world.lacks('order-version'),
      (o) => {
        asked.push(...applied(world, o, write))
        if (!world.lacks('refund-in-write')) emitAsked(world, o, asked)
      },
    )
    yield
    if (!isWritten) continue
    if (world.lacks('refund-in-write'))
      world.change(
        order,
        () => true,
        (o) => emitAsked(world, o, asked),
      )
    return
  }
}

/** Applies a write; returns the refunds that it adds. */
function applied(world: World, order: Order, write: (order: Order) => void): OrderRefund[] {
  const { length } = order.refunds
  moving(world, order, write)
  order.version += 1
  return order.refunds.slice(length)
}

function emitAsked(world: World, order: Order, asked: OrderRefund[]): void {
  for (const refund of asked) {
    world.emit(order, refundAsked(order, refund))
    world.record(`asks refund ${refund.id} of ${refund.amount} by ${refund.by}`)
  }
}

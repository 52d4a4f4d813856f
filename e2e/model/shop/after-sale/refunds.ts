import type { EventItem } from '@shop/shared/contracts'
import type { Order } from '../../world/documents.ts'
import type { Steps } from '../../world/steps.ts'
import type { World } from '../../world/world.ts'
import { newRefund } from './ask.ts'
import { changeOrder } from './change-order.ts'
import { linesLeft } from './parcels.ts'
import { addRefund } from './returns.ts'

/** A seller or the staff refunds lines. */
export function* refundLines(
  world: World,
  order: Order,
  choose: (lines: EventItem[]) => EventItem[],
): Steps {
  const restock = world.random.chance(0.5)
  yield* changeOrder(world, order, (read) => {
    const { sellerId } = world.random.pick(read.parcels)
    const lines = choose(linesLeft(read, sellerId))
    if (lines.length === 0) return null
    const refund = newRefund(read, { sellerId, lines, restock, by: 'seller' }, world.now)
    return (o) => addRefund(o, refund)
  })
}

/** A seller refunds an amount, the staff also the shipping. */
export function* refundAmount(
  world: World,
  order: Order,
  { amount, withShipping }: { amount: number; withShipping: boolean },
): Steps {
  yield* changeOrder(world, order, (read) => {
    const { sellerId } = world.random.pick(read.parcels)
    const by = withShipping ? 'staff' : 'seller'
    const wish = { sellerId, lines: [], amount, withShipping, restock: false }
    const refund = newRefund(read, { ...wish, by }, world.now)
    return refund.amount === 0 ? null : (o) => addRefund(o, refund)
  })
}

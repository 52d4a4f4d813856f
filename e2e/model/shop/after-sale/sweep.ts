import { TEN_MINUTES } from '../../world/clock.ts'
import type { Order } from '../../world/documents.ts'
import type { Steps } from '../../world/steps.ts'
import type { World } from '../../world/world.ts'
import { openRefunds, refundAsked } from './ask.ts'

/** Asks again for refunds that have not ended after ten minutes, unless the event still waits. */
export function* sweepRefunds(world: World, order: Order): Steps {
  if (world.lacks('ask-again')) return
  for (const refund of openRefunds(order)) {
    const isWaiting = ({ outbox }: Order) =>
      outbox.some(({ subject, data }) => subject === 'refund:asked' && data.id === refund.id)
    world.change(
      order,
      (o) => refund.status === 'Asked' && refund.at < world.now - TEN_MINUTES && !isWaiting(o),
      (o) => {
        refund.at = world.now
        world.emit(o, refundAsked(o, refund))
      },
      `asks again for refund ${refund.id}`,
    )
    yield
  }
}

import type { PastEvent } from '@shop/shared/outbox'
import { eventsOf } from './order-document.ts'
import type { OrderRepository } from './order-repository.ts'

/** The events of orders that published since a time or are open. */
export async function* eventsSince(
  { model }: OrderRepository,
  since: Date,
): AsyncGenerator<PastEvent, void> {
  const isMeant = [{ lastEventAt: { $gte: since } }, { status: 'Created' as const }]
  const found = model.find({ $or: isMeant }).lean().cursor()
  for await (const order of found) {
    const cancelledAt = order.timeline.find(({ what }) => what === 'cancelled')?.at
    for (const event of eventsOf(order))
      yield {
        ...event,
        at: event.subject === 'order:created' ? order.createdAt : (cancelledAt ?? new Date()),
      }
  }
}

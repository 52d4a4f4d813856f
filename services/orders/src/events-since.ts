import type { PastEvent } from '@shop/shared/outbox'
import type { OrderRepository } from './order-repository.ts'
import { pastEventsOf } from './past-events.ts'

/** The events of orders that published since a time or are open. */
export async function* eventsSince(
  { model }: OrderRepository,
  since: Date,
): AsyncGenerator<PastEvent, void> {
  const isOpen = [{ status: 'Created' as const }, { 'refunds.status': 'Asked' as const }]
  const isMeant = [{ lastEventAt: { $gte: since } }, ...isOpen]
  const found = model.find({ $or: isMeant }).lean().cursor()
  for await (const order of found) yield* pastEventsOf(order)
}

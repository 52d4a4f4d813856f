import type { PastEvent } from '@shop/shared/outbox'
import { eventsOf } from './domain/payment-events.ts'
import type { PaymentState } from './domain/payment.ts'
import type { PaymentRepository } from './payment-repository.ts'

const UNFINISHED: PaymentState[] = ['Authorized', 'Capturing', 'Cancelling', 'Refunding']

/** The events of payments that published since a time or are unfinished. */
export async function* eventsSince(
  payments: PaymentRepository,
  since: Date,
): AsyncGenerator<PastEvent, void> {
  const isMeant = [
    { lastEventAt: { $gte: since } },
    { state: { $in: UNFINISHED } },
    { 'refunds.state': 'asked' },
  ]
  for await (const payment of payments.each({ $or: isMeant }))
    for (const event of eventsOf(payment)) yield { ...event, at: payment.since }
}

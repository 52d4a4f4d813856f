import { withEvents } from '@shop/shared/outbox'
import { runRepublish } from '@shop/shared/service'
import { eventsOf } from './domain/payment-events.ts'
import { toOutbox } from './payment-document.ts'
import { PaymentRepository } from './payment-repository.ts'

await runRepublish('payments', async (db, since) => {
  const payments = new PaymentRepository(db, () => {})
  let count = 0
  for await (const payment of payments.each({ since: { $gte: since } })) {
    const events = eventsOf(payment)
    if (events.length === 0) continue
    await payments.model.updateOne({ _id: payment._id }, withEvents({}, ...events.map(toOutbox)))
    count += events.length
  }
  return count
})

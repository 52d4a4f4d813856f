import { announcing } from '@shop/shared/outbox'
import { runRepublish } from '@shop/shared/service'
import { eventsOf } from './payment-events.ts'
import { PaymentRepository } from './payment-repository.ts'

await runRepublish('payments', async (db, since) => {
  const payments = new PaymentRepository(db, () => {})
  let count = 0
  for await (const payment of payments.each({ since: { $gte: since } })) {
    const events = eventsOf(payment)
    if (events.length === 0) continue
    await payments.model.updateOne({ _id: payment._id }, announcing({}, ...events))
    count += events.length
  }
  return count
})

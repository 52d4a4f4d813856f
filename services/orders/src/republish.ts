import { withEvents } from '@shop/shared/outbox'
import { runRepublish } from '@shop/shared/service'
import { eventsOf, toOutbox } from './order-document.ts'
import { OrderRepository } from './order-repository.ts'

await runRepublish('orders', async (db, since) => {
  const { model } = new OrderRepository(db, () => {})
  const placed = model
    .find({ createdAt: { $gte: since } })
    .lean()
    .cursor()
  let count = 0
  for await (const order of placed) {
    const events = eventsOf(order)
    await model.updateOne({ _id: order._id }, withEvents({}, ...events.map(toOutbox)))
    count += events.length
  }
  return count
})

import { announcing } from '@shop/shared/outbox'
import { runRepublish } from '@shop/shared/service'
import { eventsOf } from './order-events.ts'
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
    await model.updateOne({ _id: order._id }, announcing({}, ...events))
    count += events.length
  }
  return count
})

import { withLatestEvent } from '@shop/shared/outbox'
import { runRepublish } from '@shop/shared/service'
import { productUpdated } from './product-events.ts'
import { createProductModel } from './product-model.ts'
import { ReservationRepository } from './stock/reservation-repository.ts'

await runRepublish('products', async (db, since) => {
  const products = createProductModel(db)
  let events = 0
  // Every product, whatever the date: a copy that starts empty needs them all.
  for await (const { _id } of products.find({}, { _id: 1 }).lean().cursor()) {
    await products.updateOne({ _id }, withLatestEvent({}, productUpdated()))
    events += 1
  }
  return events + (await new ReservationRepository(db, () => {}).republish(since))
})

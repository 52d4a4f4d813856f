import type { PastEvent } from '@shop/shared/outbox'
import { toProductPayload } from './product-events.ts'
import { toProduct, type ProductModel } from './product-model.ts'
import type { PictureUrl } from './product-response.ts'

/** The latest state of the products that published since a time. */
export async function* productsSince(
  model: ProductModel,
  pictureUrl: PictureUrl,
  since: Date,
): AsyncGenerator<PastEvent, void> {
  const found = model
    .find({ lastEventAt: { $gte: since } })
    .lean()
    .cursor()
  for await (const record of found)
    yield {
      subject: 'product:updated',
      data: toProductPayload(toProduct(record), pictureUrl),
      at: record.updatedAt,
    }
}

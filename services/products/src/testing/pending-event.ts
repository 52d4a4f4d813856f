import type { OutboxFields } from '@shop/shared/outbox'
import type { TestService } from '@shop/shared/testing'
import { Types } from 'mongoose'

/** The id of the event in a product's outbox slot: a new one after each published change. */
export async function pendingEventOf(
  { db }: TestService,
  productId: string,
): Promise<string | undefined> {
  const products = db.collection<OutboxFields & { _id: Types.ObjectId }>('products')
  return (await products.findOne({ _id: new Types.ObjectId(productId) }))?.outbox[0]?.id
}

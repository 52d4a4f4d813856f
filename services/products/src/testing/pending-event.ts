import type { OutboxFields } from '@shop/shared/outbox'
import type { TestService } from '@shop/shared/testing'
import { Types } from 'mongoose'

/** The id of the event that waits in a product's slot: another one after each change that is told. */
export async function pendingEventOf(
  { db }: TestService,
  productId: string,
): Promise<string | undefined> {
  const products = db.collection<OutboxFields & { _id: Types.ObjectId }>('products')
  return (await products.findOne({ _id: new Types.ObjectId(productId) }))?.outbox[0]?.id
}

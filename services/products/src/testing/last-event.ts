import type { OutboxFields } from '@shop/shared/outbox'
import type { TestService } from '@shop/shared/testing'
import { Types } from 'mongoose'

/** When a product’s last event was appended, in milliseconds: later after each published change. */
export async function lastEventOf(
  { db }: TestService,
  productId: string,
): Promise<number | undefined> {
  const products = db.collection<OutboxFields & { _id: Types.ObjectId }>('products')
  return (await products.findOne({ _id: new Types.ObjectId(productId) }))?.lastEventAt?.getTime()
}

import { orderNumber } from '@shop/shared/contracts'
import type { Sweeper } from '@shop/shared/service'
import { listKeysOf } from '../domain/list-keys.ts'
import type { OrderDocument } from '../order-document.ts'
import type { OrderRepository } from '../order-repository.ts'
import { toPaidOrder } from '../paid-order.ts'

const BATCH = 500

/** Stores what orders of earlier versions lack to be listed: number, completion, parcels and keys. */
export const sweepListKeys = ({ model }: OrderRepository): Sweeper => ({
  name: 'list-keys',
  async run() {
    const found = await model.find({ 'listKeys.words': null }).limit(BATCH).lean()
    for (const order of found) {
      const { _id, version } = order
      await model.updateOne({ _id, version }, { $set: listedFields(order) })
    }
  },
})

function listedFields(order: OrderDocument) {
  const completedAt = order.completedAt ?? timeOf(order, 'complete')
  const dated = { ...order, ...(completedAt && { completedAt }) }
  const paid = toPaidOrder(dated, new Date())
  return {
    number: orderNumber(order._id.toString()),
    ...(completedAt && { completedAt }),
    parcels: paid.parcels,
    listKeys: listKeysOf(paid),
  }
}

function timeOf({ timeline }: OrderDocument, step: string): Date | undefined {
  return timeline.find(({ what }) => what === step)?.at
}

import { orderNumber } from '@shop/shared/contracts'
import type { Sweeper } from '@shop/shared/service'
import type { OrderRepository } from '../order-repository.ts'

const BATCH = 500

/** Stores the numbers of orders of earlier versions. */
export const sweepNumbers = ({ model }: OrderRepository): Sweeper => ({
  name: 'numbers',
  async run() {
    const found = await model.find({ number: null }, { _id: 1 }).limit(BATCH).lean()
    for (const { _id } of found)
      await model.updateOne({ _id }, { $set: { number: orderNumber(_id.toString()) } })
  },
})

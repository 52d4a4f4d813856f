import { eventually } from '@shop/shared/testing'
import { newOrder } from '../../fixtures/checkout.ts'
import { withBus } from '../../tools/stack-bus.ts'
import { withDatabases } from '../../tools/stack-databases.ts'
import { createProduct } from '../kit/create-product.ts'
import type { Scenario } from '../kit/scenario.ts'

const SUBJECT = 'order:created'
const POISON = ['{', '{"id":"not an id"}', '[]']
const HANDLED_WITHIN_MS = 60_000

/** Malformed messages among valid ones. */
export const poison: Scenario = {
  name: 'poison messages among valid events',
  invariants: [17],
  quick: 100,
  full: 1000,
  run: async (trial, amount) => {
    const product = await createProduct(trial, amount)
    const orderIds: string[] = []
    await withBus(async (bus) => {
      for (let n = 0; n < amount; n += 1) {
        const bad = POISON[n / Math.floor(amount / POISON.length)]
        if (bad !== undefined) await bus.publish(SUBJECT, bad)
        orderIds.push((await newOrder(product)).orderId)
      }
    })
    trial.expected.deadLetters += POISON.length
    const handled = await eventually(() => countKnown(orderIds), HANDLED_WITHIN_MS)
    return [
      {
        what: `valid events handled besides ${POISON.length} poisoned`,
        seen: handled,
        goal: amount,
      },
    ]
  },
}

/** Counts the orders that payments knows; throws until it knows all. */
function countKnown(orderIds: string[]): Promise<number> {
  return withDatabases(['payments'], async ({ payments }) => {
    const count = await payments
      .collection<{ _id: string }>('orders')
      .countDocuments({ _id: { $in: orderIds } })
    if (count < orderIds.length) throw new Error(`${count} of ${orderIds.length} handled`)
    return count
  })
}

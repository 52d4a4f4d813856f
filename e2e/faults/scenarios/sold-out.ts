import { createProduct } from '../kit/create-product.ts'
import type { Scenario } from '../kit/scenario.ts'
import { runShoppers } from '../kit/shoppers.ts'

const AT_ONCE = 50
const KILL_EVERY_MS = 2000
const BUYERS_PER_ITEM = 10

/** Ten times as many buyers as items, while products is killed repeatedly. */
export const soldOut: Scenario = {
  name: 'ten buyers per item, products killed every 2 s',
  invariants: [2, 3],
  quick: 100,
  full: 1000,
  run: async (trial, shoppers) => {
    const stock = shoppers / BUYERS_PER_ITEM
    const product = await createProduct(trial, stock)
    let kills = 0
    let isOver = false
    const killing = async () => {
      // Without an end, the broker would deliver again to the dead ones only.
      while (!isOver && kills < stock) {
        await Bun.sleep(KILL_EVERY_MS)
        // On a slow machine it takes longer than that to be back.
        await trial.processes.killAndWait(kills % 2 === 0 ? 'products' : 'products-1')
        kills += 1
      }
    }
    const shopping = runShoppers(trial, { product, shoppers, atOnce: AT_ONCE })
    const [tally] = await Promise.all([shopping.finally(() => (isOver = true)), killing()])
    return [
      { what: 'kills of products', seen: kills, goal: 'some' },
      { what: 'bought', seen: tally.paid, goal: stock },
      { what: 'rejected as sold out', seen: tally.soldOut, goal: shoppers - stock },
      { what: 'any other outcome', seen: tally.unresolved + tally.cancelled, goal: 0 },
    ]
  },
}

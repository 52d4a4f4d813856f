import { createProduct } from '../kit/create-product.ts'
import type { Scenario } from '../kit/scenario.ts'
import { shop } from '../kit/shoppers.ts'

const AT_ONCE = 50
const KILL_EVERY_MS = 2000
const PER_PIECE = 10

/** Ten times as many people as pieces, while products is killed again and again. */
export const soldOut: Scenario = {
  name: 'ten buyers for every piece, products killed every 2 s',
  invariants: [2, 3],
  quick: 100,
  full: 1000,
  run: async (trial, shoppers) => {
    const pieces = shoppers / PER_PIECE
    const product = await createProduct(trial, pieces)
    let kills = 0
    const killing = setInterval(() => {
      trial.processes.kill(kills % 2 === 0 ? 'products' : 'products-1')
      kills += 1
    }, KILL_EVERY_MS)
    const tally = await shop(trial, { product, shoppers, atOnce: AT_ONCE })
    clearInterval(killing)
    return [
      { what: 'kills of products', seen: kills, goal: 'some' },
      { what: 'bought', seen: tally.paid, goal: pieces },
      { what: 'told that it is sold out', seen: tally.soldOut, goal: shoppers - pieces },
      { what: 'told anything else, or nothing', seen: tally.lost + tally.cancelled, goal: 0 },
    ]
  },
}

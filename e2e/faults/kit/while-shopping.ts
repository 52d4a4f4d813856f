import type { Product } from '../../fixtures/checkout.ts'
import type { Count } from './count.ts'
import { createProduct } from './create-product.ts'
import type { Environment } from './environment.ts'
import { runSeller } from './run-seller.ts'
import { buy, type Tally, type BuyOptions } from './shoppers.ts'

const AT_ONCE = 6
const FICKLE = 7
const PLENTY = 100_000

/** Does the work while people buy, every seventh cancelling as he pays, and a seller is busy; gives what buyers were told. */
export async function whileShopping(
  environment: Environment,
  work: () => Promise<void>,
  token?: BuyOptions['token'],
): Promise<Tally> {
  const goods = await Promise.all([1, 2, 3].map(() => createProduct(environment, PLENTY)))
  const tally: Tally = { paid: 0, soldOut: 0, cancelled: 0, lost: 0 }
  let isOver = false
  let next = 0
  const shopper = async () => {
    while (!isOver) {
      next += 1
      const wish = { product: pick(goods, next), isFickle: next % FICKLE === 0 }
      tally[await buy(environment, { ...wish, ...(token && { token }) })] += 1
    }
  }
  const shoppers = Promise.all([
    ...Array.from({ length: AT_ONCE }, shopper),
    runSeller(environment, () => isOver),
  ])
  try {
    await work()
  } finally {
    isOver = true
    await shoppers
  }
  return tally
}

function pick(goods: readonly Product[], number: number): Product {
  const product = goods[number % goods.length]
  if (product === undefined) throw new Error('there is nothing to buy')
  return product
}

/** How many shoppers never got an answer, told with what the others were told. */
export function lostIn({ paid, cancelled, lost }: Tally): Count {
  return {
    what: `shoppers without an answer, beside ${paid} paid and ${cancelled} cancelled`,
    seen: lost,
    goal: 0,
  }
}

import type { Product } from '../../fixtures/checkout.ts'
import type { Count } from './count.ts'
import { createProduct } from './create-product.ts'
import type { Environment } from './environment.ts'
import { runSeller } from './run-seller.ts'
import { buy, type Tally, type BuyOptions } from './shoppers.ts'

const AT_ONCE = 6
const CANCEL_EVERY = 7
const PLENTY = 100_000

/** Runs work under load: shoppers, of whom every seventh cancels, and a seller. */
export async function whileShopping(
  environment: Environment,
  work: () => Promise<void>,
  token?: BuyOptions['token'],
): Promise<Tally> {
  const products = await Promise.all([1, 2, 3].map(() => createProduct(environment, PLENTY)))
  const tally: Tally = { paid: 0, soldOut: 0, cancelled: 0, unresolved: 0 }
  let isOver = false
  let next = 0
  const shopper = async () => {
    while (!isOver) {
      next += 1
      const options = { product: pick(products, next), isCancelled: next % CANCEL_EVERY === 0 }
      tally[await buy(environment, { ...options, ...(token && { token }) })] += 1
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

function pick(products: readonly Product[], number: number): Product {
  const product = products[number % products.length]
  if (product === undefined) throw new Error('no products')
  return product
}

/** Counts shoppers without a final response. */
export function unresolvedIn({ paid, cancelled, unresolved }: Tally): Count {
  return {
    what: `shoppers without a final response, besides ${paid} paid and ${cancelled} cancelled`,
    seen: unresolved,
    goal: 0,
  }
}

import { CATEGORIES } from '@shop/shared/contracts'
import { newId, newUser } from '@shop/shared/testing'
import { insertProducts } from './insert-products.ts'
import { startProducts } from './start-products.ts'

/** Enough that a plan which reads too much shows. */
export const MANY = 10_000

const TITLES = ['Mug', 'Bowl', 'Lamp', 'Teapot']

/** Products in one shop: a tenth belongs to the seller, a fifth is sold out, and one of twenty is archived. */
export async function startWithMany() {
  // Keeps the sweepers out of measurements.
  const service = await startProducts(undefined, { SWEEP_MS: 600_000 })
  const seller = newUser()
  const others = Array.from({ length: 9 }, () => newId())
  const products = await insertProducts(service, MANY, (n) => ({
    title: `${TITLES[n % 4]} no${n}`,
    category: CATEGORIES[n % 8] ?? null,
    price: 100 + ((n * 37) % 50),
    userId: [seller.sub, ...others][Math.floor(n / 8) % 10] ?? '',
    available: n % 5,
    archived: n % 20 === 19,
  }))
  return { service, seller, someId: products[0]?.id ?? '' }
}

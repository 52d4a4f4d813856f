import { newAccount, verifyAddress } from '../../fixtures/accounts.ts'
import { buyAndGiveBack, type AfterSaleTally } from './after-sale.ts'
import type { Count } from './count.ts'
import { createProduct } from './create-product.ts'
import type { Environment } from './environment.ts'

const PLENTY = 100_000
const AT_ONCE = 4

/** Runs work while people buy from two sellers, of whom one has verified the address, and give parts back. */
export async function whileGivingBack(
  environment: Environment,
  work: () => Promise<void>,
): Promise<AfterSaleTally> {
  const seller = await newAccount()
  await verifyAddress(seller)
  const products = [
    await createProduct(environment, PLENTY),
    await createProduct(environment, PLENTY, seller.visitor),
  ]
  const tally = { orders: 0, accepted: 0, refused: 0, missing: 0, unresolved: 0 }
  let isOver = false
  const people = async () => {
    while (!isOver) await buyAndGiveBack(environment, products, tally)
  }
  const all = Promise.all(Array.from({ length: AT_ONCE }, people))
  try {
    await work()
  } finally {
    isOver = true
    await all
  }
  return tally
}

/** Counts what people were told, and orders without a final response. */
export function afterSaleCounts(tally: AfterSaleTally): Count[] {
  return [
    {
      what: `refunds, returns and parcels of ${tally.orders} orders`,
      seen: tally.accepted,
      goal: 'some',
    },
    { what: 'refused: others were faster', seen: tally.refused, goal: 'some' },
    { what: 'accepted refunds that are missing', seen: tally.missing, goal: 0 },
    { what: 'orders without a final response', seen: tally.unresolved, goal: 0 },
  ]
}

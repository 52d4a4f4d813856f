import type { Product } from '../../world/documents.ts'
import { must, type Steps } from '../../world/steps.ts'
import type { World } from '../../world/world.ts'
import { announceProduct } from './publish.ts'

/** What a payment has set aside of a product. */
function holdOf(product: Product, paymentId: string) {
  return product.holds.find((hold) => hold.paymentId === paymentId)
}

/** Whether the payment holds something of the product. */
export function isHeld(product: Product, paymentId: string): boolean {
  return holdOf(product, paymentId) !== undefined
}

/** Takes a hold off, and counts that it was settled. */
export function settleHold(product: Product, paymentId: string): void {
  product.settled += 1
  product.holds = product.holds.filter((hold) => hold.paymentId !== paymentId)
}

/** Two conditional writes, tried in turn until one matches: give the hold back, or count that there is none. */
export function* freeHold(world: World, product: Product, paymentId: string): Steps {
  for (;;) {
    const isFreed = world.change(
      product,
      (p) => isHeld(p, paymentId),
      (p) => {
        p.available += must(holdOf(p, paymentId)).quantity
        settleHold(p, paymentId)
        if (!world.without('tell-release')) announceProduct(world, p)
      },
      `frees the hold of ${paymentId}`,
    )
    yield
    if (isFreed || world.without('count-release')) return
    const isCounted = world.change(
      product,
      (p) => !isHeld(p, paymentId),
      (p) => settleHold(p, paymentId),
      `counts the release of ${paymentId}`,
    )
    yield
    if (isCounted) return
  }
}

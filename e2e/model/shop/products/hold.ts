import type { Product } from '../../world/documents.ts'
import { must, type Steps } from '../../world/steps.ts'
import type { World } from '../../world/world.ts'
import { publishProduct } from './publish.ts'

function holdOf(product: Product, paymentId: string) {
  return product.holds.find((hold) => hold.paymentId === paymentId)
}

/** Whether the payment holds stock of the product. */
export function isHeld(product: Product, paymentId: string): boolean {
  return holdOf(product, paymentId) !== undefined
}

/** Removes a hold and counts it as settled. */
export function removeHold(product: Product, paymentId: string): void {
  product.settled += 1
  product.holds = product.holds.filter((hold) => hold.paymentId !== paymentId)
}

/** Two conditional writes, tried in turn until one matches: release the hold, or count that none exists. */
export function* releaseHold(world: World, product: Product, paymentId: string): Steps {
  for (;;) {
    const isReleased = world.change(
      product,
      (p) => isHeld(p, paymentId),
      (p) => {
        p.available += must(holdOf(p, paymentId)).quantity
        removeHold(p, paymentId)
        if (!world.lacks('publish-release')) publishProduct(world, p)
      },
      `releases the hold of ${paymentId}`,
    )
    yield
    if (isReleased || world.lacks('count-release')) return
    const isCounted = world.change(
      product,
      (p) => !isHeld(p, paymentId),
      (p) => removeHold(p, paymentId),
      `counts the release of ${paymentId}`,
    )
    yield
    if (isCounted) return
  }
}

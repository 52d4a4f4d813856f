import { OTHER } from '../people/goods.ts'
import type { World } from '../world/world.ts'
import { wasCaptured } from './stock.ts'

/** A cart has the lines of all carts merged into it, minus each paid order once. */
export function checkCarts(world: World): void {
  for (const [userId, lines] of expectedLines(world))
    for (const [productId, expected] of lines) {
      const line = world.carts.get(userId)?.lines.find((each) => each.productId === productId)
      const quantity = line?.quantity ?? 0
      const detail = `${productId} of ${userId}: ${quantity}, not ${expected}`
      if (quantity < expected) world.violate('paid items leave the cart only once', detail)
      if (quantity > expected) world.violate('paid items leave the cart', detail)
    }
}

function expectedLines(world: World): Map<string, Map<string, number>> {
  const expected = new Map<string, Map<string, number>>()
  const add = (userId: string, productId: string, quantity: number) => {
    const home = world.carts.get(userId)?.mergedInto ?? userId
    const lines = expected.get(home) ?? new Map<string, number>()
    expected.set(home, lines.set(productId, (lines.get(productId) ?? 0) + quantity))
  }
  for (const { id, userId, items } of world.orders.values()) {
    add(userId, OTHER, 1)
    const payment = world.payments.get(id)
    const isPaid = payment !== undefined && wasCaptured(payment)
    for (const { productId, quantity } of items) add(userId, productId, isPaid ? 0 : quantity)
  }
  return expected
}

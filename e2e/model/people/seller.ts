import { archive, editQuantity, moveStock } from '../shop/products/change-stock.ts'
import type { Steps } from '../world/steps.ts'
import type { Action } from '../world/threads.ts'
import type { World } from '../world/world.ts'

/** Draws a seller's changes of a product. */
export function sellerActions(world: World, productId: string): Action[] {
  const { random } = world
  const actions: Action[] = []
  const add = (name: string, steps: () => Steps) =>
    actions.push({ service: 'products', name: `${name} ${productId}`, steps })
  for (let n = random.pick([0, 1, 2]); n > 0; n -= 1) {
    add('PUT', () => editQuantity(world, productId, random.between(0, 6)))
    add('stock', () => moveStock(world, productId, random.between(-2, 3)))
  }
  if (random.chance(0.08)) add('archive', () => archive(world, productId))
  return actions
}

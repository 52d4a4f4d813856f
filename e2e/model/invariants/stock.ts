import type { Payment, Product } from '../world/documents.ts'
import type { World } from '../world/world.ts'

/** Stock matches sales, nothing is held, and copies are up to date. */
export function checkStock(world: World, product: Product, initial: number): void {
  const { id, quantity, available, archived, holds } = product
  const edited = world.edits.get(id) ?? 0
  const expected = initial + edited - soldOf(world, id) + restockedOf(world, id)
  if (quantity !== expected)
    world.violate('stock equals received minus sold', `${id}: ${quantity}, not ${expected}`)
  if (available !== quantity) world.violate('all stock is available at rest', id)
  if (holds.length > 0) world.violate('no hold is left', id)
  const copy = world.productCopies.get(id)
  if (copy?.available !== available || copy.archived !== archived)
    world.violate('product copies are up to date', id)
}

/** Whether a payment was captured, refunded or not. */
export function wasCaptured({ state }: Payment): boolean {
  return ['Captured', 'Refunding', 'Refunded'].includes(state)
}

function soldOf({ payments }: World, productId: string): number {
  const sold = [...payments.values()].filter(wasCaptured)
  return countIn(
    sold.flatMap(({ items }) => items),
    productId,
  )
}

function restockedOf({ payments }: World, productId: string): number {
  const refunds = [...payments.values()].flatMap((payment) => payment.refunds)
  const back = refunds.filter(({ restock, state }) => restock && state === 'done')
  return countIn(
    back.flatMap(({ items }) => items),
    productId,
  )
}

function countIn(items: { productId: string; quantity: number }[], productId: string): number {
  return items
    .filter((item) => item.productId === productId)
    .reduce((sum, { quantity }) => sum + quantity, 0)
}

import type { World } from '../world/world.ts'
import { checkCarts } from './carts.ts'
import { checkMoney } from './money.ts'
import { checkRefunds } from './refunds.ts'
import { checkStock } from './stock.ts'

const RESTING = new Set([
  'Pending',
  'Captured',
  'Cancelled',
  'Refunded',
  'Committed',
  'Released',
  'Rejected',
])

/** Checks everything once the shop has settled; `initial` is the initial stock by product. */
export function checkRest(world: World, initial: Map<string, number>): void {
  world.current = 'at rest'
  for (const order of world.orders.values()) {
    checkMoney(world, order)
    checkRefunds(world, order)
  }
  for (const product of world.products.values())
    checkStock(world, product, initial.get(product.id) ?? 0)
  checkCarts(world)
  for (const id of world.committed)
    if (!world.bus.published.has(id)) world.violate('every committed event is published', id)
  for (const { kind, id, state } of [...world.payments.values(), ...world.reservations.values()])
    if (!RESTING.has(state))
      world.violate('no intermediate state is left', `${kind} ${id} ${state}`)
}

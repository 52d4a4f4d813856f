import type { World } from '../world/world.ts'
import { checkCarts } from './carts.ts'
import { checkMoney } from './money.ts'
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

/** Looks at everything once the shop has come to rest; `initial` is the stock of each product at first. */
export function checkRest(world: World, initial: Map<string, number>): void {
  world.current = 'at rest'
  for (const order of world.orders.values()) checkMoney(world, order)
  for (const product of world.products.values())
    checkStock(world, product, initial.get(product.id) ?? 0)
  checkCarts(world)
  for (const id of world.committed)
    if (!world.bus.published.has(id)) world.violate('every committed event is published', id)
  for (const { kind, id, state } of [...world.payments.values(), ...world.reservations.values()])
    if (!RESTING.has(state)) world.violate('no half-way state is left', `${kind} ${id} ${state}`)
}

import { mergeCart } from '../shop/cart.ts'
import { publishProduct } from '../shop/products/publish.ts'
import type { Product } from '../world/documents.ts'
import type { Limits } from '../world/faults.ts'
import type { Random } from '../world/random.ts'
import type { Action } from '../world/threads.ts'
import type { World } from '../world/world.ts'
import { sellerActions } from './seller.ts'
import { orderActions, placeOrder } from './shopper.ts'

interface Scenario {
  actions: Action[]
  limits: Limits
  /** Initial stock by product. */
  initial: Map<string, number>
}

/** Draws the actions and fault limits of a run from its seed. */
export function drawScenario(world: World): Scenario {
  const { random } = world
  const initial = new Map<string, number>()
  for (let n = random.between(1, 3); n > 0; n -= 1) {
    const quantity = random.between(1, 6)
    createProduct(world, `p${n}`, quantity)
    initial.set(`p${n}`, quantity)
  }
  const actions: Action[] = []
  for (let n = random.between(1, 4); n > 0; n -= 1)
    actions.push(...orderActions(world, placeOrder(world, `o${n}`)))
  for (const productId of world.products.keys()) actions.push(...sellerActions(world, productId))
  if (random.chance(0.7)) actions.push(signIn(world, 'guest1'))
  if (random.chance(0.3)) actions.push(signIn(world, 'guest2'))
  return { actions, limits: drawLimits(random), initial }
}

function createProduct(world: World, id: string, quantity: number): void {
  const product: Product = {
    kind: 'product',
    id,
    quantity,
    available: quantity,
    archived: false,
    version: 0,
    holds: [],
    restocked: [],
    settled: 0,
    outbox: [],
    lastEventAt: Number.NEGATIVE_INFINITY,
  }
  world.products.set(id, product)
  world.record(`product ${id}: ${quantity} in stock`)
  publishProduct(world, product)
}

function signIn(world: World, guestId: string): Action {
  return { service: 'cart', name: 'merge', steps: () => mergeCart(world, guestId, 'user1') }
}

function drawLimits(random: Random): Limits {
  return {
    kills: random.between(0, 6),
    wipes: random.pick([0, 0, 1, 2]),
    pauses: random.between(0, 12),
    lapses: random.pick([0, 0, 1, 2]),
    outages: random.pick([0, 0, 0, 0, 1]),
    elections: random.pick([0, 0, 1, 3, 6]),
    losses: random.pick([0, 0, 2, 5, 9]),
    parked: random.pick([0, 0, 1, 2]),
  }
}

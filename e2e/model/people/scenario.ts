import { mergeCart } from '../shop/cart.ts'
import { announceProduct } from '../shop/products/publish.ts'
import type { Product } from '../world/documents.ts'
import type { Limits } from '../world/faults.ts'
import type { Random } from '../world/random.ts'
import type { Act } from '../world/threads.ts'
import type { World } from '../world/world.ts'
import { actsOfSeller } from './seller.ts'
import { actsAround, placeOrder } from './shopper.ts'

interface Scenario {
  acts: Act[]
  limits: Limits
  /** The stock of each product at first. */
  initial: Map<string, number>
}

/** What people do in one run and what may go wrong, drawn from the seed. */
export function setTheStage(world: World): Scenario {
  const { random } = world
  const initial = new Map<string, number>()
  for (let n = random.between(1, 3); n > 0; n -= 1) {
    const quantity = random.between(1, 6)
    sell(world, `p${n}`, quantity)
    initial.set(`p${n}`, quantity)
  }
  const acts: Act[] = []
  for (let n = random.between(1, 4); n > 0; n -= 1)
    acts.push(...actsAround(world, placeOrder(world, `o${n}`)))
  for (const productId of world.products.keys()) acts.push(...actsOfSeller(world, productId))
  if (random.chance(0.7)) acts.push(signIn(world, 'guest1'))
  if (random.chance(0.3)) acts.push(signIn(world, 'guest2'))
  return { acts, limits: drawLimits(random), initial }
}

function sell(world: World, id: string, quantity: number): void {
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
  }
  world.products.set(id, product)
  world.record(`product ${id}: ${quantity} in stock`)
  announceProduct(world, product)
}

function signIn(world: World, guestId: string): Act {
  return { service: 'cart', name: 'merge', steps: () => mergeCart(world, guestId, 'user1') }
}

function drawLimits(random: Random): Limits {
  return {
    kills: random.between(0, 6),
    wipes: random.pick([0, 0, 1, 2]),
    losses: random.pick([0, 2]),
    pauses: random.between(0, 12),
    lapses: random.pick([0, 0, 1, 2]),
    outages: random.pick([0, 0, 0, 0, 1]),
  }
}

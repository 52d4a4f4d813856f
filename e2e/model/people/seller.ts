import { refundable } from '../shared-code.ts'
import { askedFor, settleRefunds } from '../shop/payments/refund.ts'
import { archive, editQuantity, moveStock } from '../shop/products/by-hand.ts'
import type { Steps } from '../world/steps.ts'
import type { Act } from '../world/threads.ts'
import type { World } from '../world/world.ts'
import { PRICE } from './goods.ts'

const PATIENCE = 60

/** What a seller does to the stock of a product. */
export function actsOfSeller(world: World, productId: string): Act[] {
  const { random } = world
  const acts: Act[] = []
  const add = (name: string, steps: () => Steps) =>
    acts.push({ service: 'products', name: `${name} ${productId}`, steps })
  for (let n = random.pick([0, 1, 2]); n > 0; n -= 1) {
    add('PUT', () => editQuantity(world, productId, random.between(0, 6)))
    add('stock', () => moveStock(world, productId, random.between(-2, 3)))
  }
  if (random.chance(0.08)) add('archive', () => archive(world, productId))
  return acts
}

/** A seller gives back one unit of one line, once the money is there; not for ever. */
export function* sellerRefund(world: World, orderId: string, n: number): Steps {
  const isCaptured = () => world.payments.get(orderId)?.state === 'Captured'
  for (let wait = 0; wait < PATIENCE && !isCaptured(); wait += 1) yield
  const restock = world.random.chance(0.5)
  const payment = world.payments.get(orderId)
  world.change(
    payment,
    (p) => p.state === 'Captured' && refundable(p).items.length > 0,
    (p) => {
      const item = { ...world.random.pick(refundable(p).items), quantity: 1 }
      const refund = { id: `${p.id}-r${n}`, amount: PRICE, items: [item], restock }
      p.refunds.push(askedFor(refund, true))
    },
    `refund asked, restock ${restock}`,
  )
  yield
  const now = world.payments.get(orderId)
  if (now !== undefined) yield* settleRefunds(world, now)
}

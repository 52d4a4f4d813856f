import { refundable } from '../shared-code.ts'
import { newRefund, settleRefunds } from '../shop/payments/refund.ts'
import { archive, editQuantity, moveStock } from '../shop/products/change-stock.ts'
import type { Steps } from '../world/steps.ts'
import type { Action } from '../world/threads.ts'
import type { World } from '../world/world.ts'
import { PRICE } from './goods.ts'

const MAX_WAIT = 60

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

/** A seller refunds one unit of one line, after waiting for the capture. */
export function* sellerRefund(world: World, orderId: string, n: number): Steps {
  const isCaptured = () => world.payments.get(orderId)?.state === 'Captured'
  for (let wait = 0; wait < MAX_WAIT && !isCaptured(); wait += 1) yield
  const restock = world.random.chance(0.5)
  const payment = world.payments.get(orderId)
  world.change(
    payment,
    (p) => p.state === 'Captured' && refundable(p).items.length > 0,
    (p) => {
      const item = { ...world.random.pick(refundable(p).items), quantity: 1 }
      const refund = { id: `${p.id}-r${n}`, amount: PRICE, items: [item], restock }
      p.refunds.push(newRefund(refund, true))
    },
    `refund requested, restock ${restock}`,
  )
  yield
  const now = world.payments.get(orderId)
  if (now !== undefined) yield* settleRefunds(world, now)
}

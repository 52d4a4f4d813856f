import type { EventItem } from '@shop/shared/contracts'
import { fold } from '../shared-code.ts'
import { cartOf } from '../shop/cart.ts'
import { announcePlaced, cancelOrder } from '../shop/orders.ts'
import { pay } from '../shop/payments/pay.ts'
import { ORDER_AGE } from '../world/clock.ts'
import type { Order } from '../world/documents.ts'
import { NotYet, type Steps } from '../world/steps.ts'
import { StripeError } from '../world/stripe-keys.ts'
import type { Card } from '../world/stripe.ts'
import type { Act } from '../world/threads.ts'
import type { World } from '../world/world.ts'
import { OTHER, PRICE, cartLineOf, itemOf } from './goods.ts'
import { sellerRefund } from './seller.ts'

const TRIES = 4
const WAIT = 10

/** An order with what is in it in the cart, too; one in ten is so old that it expires soon. */
export function placeOrder(world: World, id: string): Order {
  const { random, now } = world
  const userId = random.pick(['user1', 'user2', 'guest1', 'guest1', 'guest2'])
  const items = drawItems(world)
  const total = items.reduce((sum, { quantity }) => sum + quantity * PRICE, 0)
  const createdAt = random.chance(0.1) ? now - ORDER_AGE + random.between(50, 2000) : now
  const order: Order = {
    kind: 'order',
    id,
    userId,
    items,
    total,
    status: 'Created',
    version: 0,
    createdAt,
    outbox: [],
  }
  world.orders.set(id, order)
  const lines = items.map(({ productId, quantity }) => `${quantity} × ${productId}`)
  world.record(`order ${id} of ${userId}: ${lines.join(', ')}`)
  announcePlaced(world, order)
  const cart = cartOf(world, userId)
  const bought = items.map(({ productId, quantity }) => cartLineOf(productId, quantity))
  cart.lines = fold(cart.lines, [...bought, cartLineOf(OTHER, 1)])
  return order
}

function drawItems({ random, products }: World): EventItem[] {
  const selected = [...products.keys()].filter(() => random.chance(0.7))
  const items = selected.map((productId) => itemOf(productId, random.between(1, 3)))
  const some = items.length === 0 ? [itemOf('p1', 1)] : items
  return random.chance(0.5) ? some.toReversed() : some
}

/** What happens around an order: several tabs pay, its buyer cancels, its seller gives money back. */
export function actsAround(world: World, { id }: Order): Act[] {
  const { random } = world
  const acts: Act[] = []
  for (let tabs = random.between(1, 3); tabs > 0; tabs -= 1)
    acts.push(paying(world, id, random.pick<Card>(['good', 'good', 'good', 'declined', '3ds'])))
  if (random.chance(0.25))
    acts.push({ service: 'orders', name: `DELETE ${id}`, steps: () => cancelOrder(world, id) })
  for (let n = random.pick([0, 0, 1, 2]); n > 0; n -= 1) {
    const name = `refund ${id} #${n}`
    acts.push({ service: 'payments', name, steps: () => sellerRefund(world, id, n) })
  }
  return acts
}

/** A browser tab in which an order is paid. */
export function paying(world: World, orderId: string, card: Card): Act {
  const steps = () => payPatiently(world, orderId, card)
  return { service: 'payments', name: `POST ${orderId} ${card}`, steps }
}

/** A missing copy or a failure is tried again a little later. */
function* payPatiently(world: World, orderId: string, card: Card): Steps {
  for (let tries = 0; tries < TRIES; tries += 1) {
    let reply = 503
    try {
      reply = yield* pay(world, orderId, card)
    } catch (error) {
      if (!(error instanceof StripeError) && !(error instanceof NotYet)) throw error
    }
    world.record(`replies ${reply}`)
    if (reply !== 404 && reply !== 503) return
    for (let wait = 0; wait < WAIT; wait += 1) yield
  }
}

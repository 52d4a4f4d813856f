import type { EventItem } from '@shop/shared/contracts'
import { fold } from '../shared-code.ts'
import { cartOf } from '../shop/cart.ts'
import { publishCreated, cancelOrder } from '../shop/orders.ts'
import { pay } from '../shop/payments/pay.ts'
import { ORDER_AGE } from '../world/clock.ts'
import type { Order } from '../world/documents.ts'
import { RetryLater, type Steps } from '../world/steps.ts'
import { StripeError } from '../world/stripe-keys.ts'
import type { Card } from '../world/stripe.ts'
import type { Action } from '../world/threads.ts'
import type { World } from '../world/world.ts'
import { afterSaleActions } from './after-sale.ts'
import { OTHER, PRICE, cartLineOf, itemOf } from './goods.ts'

const TRIES = 4
const WAIT = 10

/** Places an order of the items in the cart; one in ten is close to its expiry. */
export function placeOrder(world: World, id: string): Order {
  const { random, now } = world
  const userId = random.pick(['user1', 'user2', 'guest1', 'guest1', 'guest2'])
  const items = drawItems(world)
  const shipping = random.pick([0, 50])
  const total = items.reduce((sum, { quantity }) => sum + quantity * PRICE, shipping)
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
    shipping,
    parcels: [],
    returns: [],
    refunds: [],
    outbox: [],
    lastEventAt: Number.NEGATIVE_INFINITY,
  }
  world.orders.set(id, order)
  const lines = items.map(({ productId, quantity }) => `${quantity} × ${productId}`)
  world.record(`order ${id} of ${userId}: ${lines.join(', ')}`)
  publishCreated(world, order)
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

/** Draws the actions on an order: payments from several tabs, cancellation, refunds. */
export function orderActions(world: World, { id }: Order): Action[] {
  const { random } = world
  const actions: Action[] = []
  for (let tabs = random.between(1, 3); tabs > 0; tabs -= 1)
    actions.push(paying(world, id, random.pick<Card>(['good', 'good', 'good', 'declined', '3ds'])))
  if (random.chance(0.25))
    actions.push({ service: 'orders', name: `DELETE ${id}`, steps: () => cancelOrder(world, id) })
  return [...actions, ...afterSaleActions(world, id)]
}

/** Paying an order in a browser tab. */
export function paying(world: World, orderId: string, card: Card): Action {
  const steps = () => payWithRetries(world, orderId, card)
  return { service: 'payments', name: `POST ${orderId} ${card}`, steps }
}

/** Retries after a missing copy or a failure. */
function* payWithRetries(world: World, orderId: string, card: Card): Steps {
  for (let tries = 0; tries < TRIES; tries += 1) {
    let status = 503
    try {
      status = yield* pay(world, orderId, card)
    } catch (error) {
      if (!(error instanceof StripeError) && !(error instanceof RetryLater)) throw error
    }
    world.record(`returns ${status}`)
    if (status !== 404 && status !== 503) return
    for (let wait = 0; wait < WAIT; wait += 1) yield
  }
}

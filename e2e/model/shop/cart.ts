import { fold as foldLines, subtract } from '../shared-code.ts'
import type { Cart } from '../world/documents.ts'
import type { Payloads } from '../world/events.ts'
import type { Steps } from '../world/steps.ts'
import type { World } from '../world/world.ts'

/** The cart of a user or guest. */
export function cartOf(world: World, userId: string): Cart {
  const known = world.carts.get(userId)
  if (known !== undefined) return known
  const cart: Cart = { kind: 'cart', userId, lines: [], applied: [] }
  world.carts.set(userId, cart)
  return cart
}

/** On the first read after sign-in: the guest cart is frozen by a flag, then folded in. */
export function* mergeCart(world: World, guestId: string, userId: string): Steps {
  const guest = cartOf(world, guestId)
  if (world.without('flag-before-fold')) yield* fold(world, guest, userId)
  world.change(
    guest,
    ({ mergedInto }) => mergedInto === undefined,
    (c) => void (c.mergedInto = userId),
    `merged into ${userId}`,
  )
  yield
  yield* fold(world, guest, userId)
}

/** Once for each guest cart; what was taken out of it counts as taken out of the user's, too. */
function* fold(world: World, guest: Cart, userId: string): Steps {
  const mark = `cart:${guest.userId}`
  const applied = world.without('carry-applied') ? [mark] : [mark, ...guest.applied]
  world.change(
    cartOf(world, userId),
    (c) => world.without('fold-once') || !c.applied.includes(mark),
    (c) => {
      c.lines = foldLines(c.lines, guest.lines)
      c.applied.push(...applied)
    },
    `takes in the cart of ${guest.userId}`,
  )
  yield
}

/** Takes what a payment bought out of the payer's cart, once, wherever that cart has gone. */
export function* onPaymentCreated(world: World, data: Payloads['payment:created']): Steps {
  let cart = cartOf(world, data.userId)
  yield
  while (cart.mergedInto !== undefined && !world.without('follow-merge')) {
    if (!world.without('fold-first')) yield* fold(world, cart, cart.mergedInto)
    cart = cartOf(world, cart.mergedInto)
    yield
  }
  const isNew = (c: Cart) => world.without('cart-once') || !c.applied.includes(data.id)
  const isDone = world.change(
    cart,
    (c) => isNew(c) && isOpen(world, c),
    (c) => {
      c.applied.push(data.id)
      c.lines = subtract(c.lines, data.items)
    },
    `minus what ${data.id} paid`,
  )
  yield
  // Merged meanwhile.
  if (!isDone && !isOpen(world, cart)) yield* onPaymentCreated(world, data)
}

function isOpen(world: World, { mergedInto }: Cart): boolean {
  const isNeverFrozen = world.without('frozen-cart') || world.without('follow-merge')
  return isNeverFrozen || mergedInto === undefined
}

import { fold as foldLines, subtract } from '../shared-code.ts'
import type { Cart } from '../world/documents.ts'
import type { Payloads } from '../world/events.ts'
import type { Steps } from '../world/steps.ts'
import type { World } from '../world/world.ts'

/** The cart of a user or guest, created on first use. */
export function cartOf(world: World, userId: string): Cart {
  const known = world.carts.get(userId)
  if (known !== undefined) return known
  const cart: Cart = { kind: 'cart', userId, lines: [], applied: [] }
  world.carts.set(userId, cart)
  return cart
}

/** On the first read after sign-in: freezes the guest cart with a flag, then merges it. */
export function* mergeCart(world: World, guestId: string, userId: string): Steps {
  const guest = cartOf(world, guestId)
  if (world.lacks('flag-before-fold')) yield* fold(world, guest, userId)
  world.change(
    guest,
    ({ mergedInto }) => mergedInto === undefined,
    (c) => void (c.mergedInto = userId),
    `merged into ${userId}`,
  )
  yield
  yield* fold(world, guest, userId)
}

/** Merges a guest cart once; its applied payments count for the user's cart, too. */
function* fold(world: World, guest: Cart, userId: string): Steps {
  const mark = `cart:${guest.userId}`
  const applied = world.lacks('carry-applied') ? [mark] : [mark, ...guest.applied]
  world.change(
    cartOf(world, userId),
    (c) => world.lacks('fold-once') || !c.applied.includes(mark),
    (c) => {
      c.lines = foldLines(c.lines, guest.lines)
      c.applied.push(...applied)
    },
    `merges the cart of ${guest.userId}`,
  )
  yield
}

/** Removes paid items from the buyer's cart once, following merges. */
export function* onPaymentCreated(world: World, data: Payloads['payment:created']): Steps {
  let cart = cartOf(world, data.userId)
  if (yield* removePaid(world, cart, data)) return
  while (cart.mergedInto !== undefined && !world.lacks('follow-merge')) {
    if (!world.lacks('fold-first')) yield* fold(world, cart, cart.mergedInto)
    cart = cartOf(world, cart.mergedInto)
    yield
  }
  const isDone = yield* removePaid(world, cart, data)
  // It was merged meanwhile.
  if (!isDone && !isOpen(world, cart)) yield* onPaymentCreated(world, data)
}

/** One write, whatever is in the cart; false when it was done before, or the cart is merged. */
function* removePaid(
  world: World,
  cart: Cart,
  { id, items }: Payloads['payment:created'],
): Steps<boolean> {
  const isNew = (c: Cart) => world.lacks('cart-once') || !c.applied.includes(id)
  const isDone = world.change(
    cart,
    (c) => isNew(c) && isOpen(world, c),
    (c) => {
      c.applied.push(id)
      c.lines = subtract(c.lines, items)
    },
    `removes items paid by ${id}`,
  )
  yield
  return isDone
}

function isOpen(world: World, { mergedInto }: Cart): boolean {
  const isNeverFrozen = world.lacks('frozen-cart') || world.lacks('follow-merge')
  return isNeverFrozen || mergedInto === undefined
}

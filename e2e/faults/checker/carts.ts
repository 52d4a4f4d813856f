import type { Cart, Facts, Payment } from './facts.ts'
import { compareEach, type Finding } from './finding.ts'

/** A cart keeps the ids of this many payments. */
const KEPT_APPLIED = 500
const PAID = new Set(['Captured', 'Refunding', 'Refunded'])

/** Checks that paid items left the buyer's cart exactly once, also after it was merged. */
export function checkCarts({ payments, carts }: Pick<Facts, 'payments' | 'carts'>): Finding[] {
  const paid = payments.filter(({ state }) => PAID.has(state))
  return [
    compareEach('paid items left the cart once', paid, ({ id, orderId, userId }: Payment) => {
      const cart = currentCartOf(carts, userId)
      const times = cart?.applied.filter((applied) => applied === id).length ?? 0
      const isEvicted = times === 0 && cart?.applied.length === KEPT_APPLIED
      return times === 1 || isEvicted
        ? null
        : `${orderId} left the cart of ${userId} ${times} times`
    }),
  ]
}

/** Follows merges from a guest's cart to the current one. */
function currentCartOf(carts: Facts['carts'], userId: string): Cart | undefined {
  const visited = new Set<string>()
  let cart = carts.get(userId)
  while (cart?.mergedInto !== undefined && !visited.has(cart.id)) {
    visited.add(cart.id)
    cart = carts.get(cart.mergedInto)
  }
  return cart
}

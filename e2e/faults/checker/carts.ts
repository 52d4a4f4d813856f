import type { Cart, Facts, Payment } from './facts.ts'
import { judge, type Finding } from './finding.ts'

/** As many as a cart remembers. */
const KEPT_APPLIED = 500
const PAID = new Set(['Captured', 'Refunding', 'Refunded'])

/** What was paid has left the payer's cart once, wherever that cart has gone. */
export function cartFindings({ payments, carts }: Pick<Facts, 'payments' | 'carts'>): Finding[] {
  const paid = payments.filter(({ state }) => PAID.has(state))
  return [
    judge('what was paid has left the cart once', paid, ({ id, orderId, userId }: Payment) => {
      const cart = homeOf(carts, userId)
      const times = cart?.applied.filter((applied) => applied === id).length ?? 0
      const isForgotten = times === 0 && cart?.applied.length === KEPT_APPLIED
      return times === 1 || isForgotten ? null : `${orderId} left ${userId}'s cart ${times} times`
    }),
  ]
}

/** The cart that a guest's was taken into, or the user's own. */
function homeOf(carts: Facts['carts'], userId: string): Cart | undefined {
  const passed = new Set<string>()
  let cart = carts.get(userId)
  while (cart?.mergedInto !== undefined && !passed.has(cart.id)) {
    passed.add(cart.id)
    cart = carts.get(cart.mergedInto)
  }
  return cart
}

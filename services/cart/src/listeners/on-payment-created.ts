import { listener } from '@shop/shared/events'
import type { CartRepository } from '../cart-repository.ts'

/** Removes what was paid from the payer's cart. */
export const onPaymentCreated = (carts: CartRepository) =>
  listener('payment:created', ({ id, userId, items }) => carts.removeBought(userId, id, items))

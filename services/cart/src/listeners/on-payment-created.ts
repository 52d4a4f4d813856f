import { listener } from '@shop/shared/events'
import type { CartRepository } from '../cart-repository.ts'

/** Takes what was paid out of the payer's cart. */
export const onPaymentCreated = (carts: CartRepository) =>
  listener('payment:created', ({ id, userId, items }) => carts.takeOut(userId, id, items))

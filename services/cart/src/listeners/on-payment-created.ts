import { listener } from '@shop/shared/events'
import type { CartRepository } from '../cart-repository.ts'

export const onPaymentCreated = (carts: CartRepository) =>
  listener('payment:created', ({ id, userId, items }) => carts.removeBought(userId, id, items))

import { newId, type TestService } from '@shop/shared/testing'
import { Types } from 'mongoose'

/** An authorized payment by product id and quantity. */
export function newPayment(quantities: Record<string, number>) {
  const items = Object.entries(quantities).map(([productId, quantity]) => ({
    productId,
    quantity,
    title: 'Mug',
    price: 12.5,
    sellerId: newId(),
  }))
  const ids = { id: newId(), orderId: newId(), userId: newId() }
  return { ...ids, items, brand: 'visa', last4: '4242' }
}

type Payment = ReturnType<typeof newPayment>

export const captured = ({ id, orderId, userId, items }: Payment) => ({
  id,
  orderId,
  userId,
  items,
  stripeId: `ch_${id}`,
})

export const cancelled = ({ id, orderId }: Payment) => ({
  id,
  orderId,
  reason: 'user' as const,
})

export const refunded = ({ id, orderId, items }: Payment, refundId = `re_${id}`) => ({
  id,
  orderId,
  refundId,
  items,
  amount: 12.5,
  restock: true,
})

export async function stockOf({ db }: TestService, productId: string) {
  const found = await db.collection('products').findOne({ _id: new Types.ObjectId(productId) })
  return {
    quantity: Number(found?.['quantity']),
    available: Number(found?.['available']),
    holds: found?.['holds'] as { paymentId: string; quantity: number }[],
    version: Number(found?.['version']),
  }
}

export function reservationOf({ db }: TestService, { id }: Payment) {
  return db.collection('reservations').findOne({ _id: new Types.ObjectId(id) })
}

import { Schema } from 'mongoose'
import type { Line } from './domain/cart.ts'

export interface CartDocument {
  _id: string
  userId: string
  items: Line[]
  /** Payments that were subtracted and guest carts that were folded in, so that neither happens twice. */
  applied: string[]
  /** The user whose cart took over this guest cart, which is frozen from then on. */
  mergedInto?: string
  /** When a guest last changed it: it expires a month later. */
  guestAt?: Date
  version: number
}

// Longer than any session: until then the guest may still sign in and keep the cart.
const GUEST_LIFE_S = 30 * 24 * 3600

export const cartSchema: Schema = new Schema(
  {
    _id: String,
    userId: String,
    items: [{ _id: false, productId: String, quantity: Number, seenPrice: Number }],
    applied: [String],
    mergedInto: String,
    guestAt: Date,
    version: Number,
  },
  { versionKey: false },
).index({ guestAt: 1 }, { expireAfterSeconds: GUEST_LIFE_S })

export function emptyCart(userId: string): CartDocument {
  return { _id: userId, userId, items: [], applied: [], version: 0 }
}

import { isDuplicateKey } from '@shop/shared/db'
import { Schema, type Connection, type Model } from 'mongoose'
import { fold, subtract, type Bought, type Line } from './domain/cart.ts'

/** A cart as stored, under the id of the user or guest it belongs to. */
export interface CartDocument {
  _id: string
  userId: string
  items: Line[]
  /** Payments taken out of it, and guest carts taken in, so that neither happens twice. */
  applied: string[]
  /** The user who took this guest cart over: from then on it is frozen. */
  mergedInto?: string
  version: number
}

const schema: Schema = new Schema(
  {
    _id: String,
    userId: String,
    items: [{ _id: false, productId: String, quantity: Number, seenPrice: Number }],
    applied: [String],
    mergedInto: String,
    version: Number,
  },
  { versionKey: false },
)

const KEPT_APPLIED = 500

interface Change {
  items: Line[]
  applied?: string[]
}

/** Carts in their collection; each change is one write, guarded by the version it was decided on. */
export class CartRepository {
  readonly #model: Model<CartDocument>

  constructor(db: Connection) {
    this.#model = db.model<CartDocument>('Cart', schema, 'carts')
  }

  /** The user's cart, after taking in the carts they had as a guest; empty if there is none. */
  async of(userId: string, guestIds: string[]): Promise<CartDocument> {
    const found = await this.#model.find({ _id: { $in: [userId, ...guestIds] } }).lean()
    const cart = found.find(({ _id }) => _id === userId) ?? emptyCart(userId)
    const open = found.filter(({ _id, items }) => _id !== userId && items.length > 0)
    if (open.length === 0) return cart
    for (const guest of open) await this.#merge(guest._id, userId)
    return this.#read(userId)
  }

  /** Changes the lines of the cart, as it was read a moment ago or now; null when it is frozen. */
  async change(
    userId: string,
    edit: (lines: Line[]) => Line[],
    known?: CartDocument,
  ): Promise<CartDocument | null> {
    const cart = known ?? (await this.#read(userId))
    if (cart.mergedInto !== undefined) return null
    const items = edit(cart.items)
    if (await this.#write(cart, { items })) return { ...cart, items, version: cart.version + 1 }
    return this.change(userId, edit)
  }

  /** Takes what a payment bought out of the payer's cart, once, wherever that cart has gone. */
  async takeOut(userId: string, paymentId: string, bought: Bought[]): Promise<void> {
    const cart = await this.#read(userId)
    if (cart.mergedInto !== undefined) {
      await this.#fold(cart, cart.mergedInto)
      await this.takeOut(cart.mergedInto, paymentId, bought)
    } else if (!cart.applied.includes(paymentId)) {
      const items = subtract(cart.items, bought)
      const isDone = await this.#write(cart, { items, applied: [paymentId] })
      // failpoint: cart.afterClear
      if (!isDone) await this.takeOut(userId, paymentId, bought)
    }
  }

  /** Freezes a guest cart, then takes it into the user's. */
  async #merge(guestId: string, userId: string): Promise<void> {
    const isOpen = { _id: guestId, mergedInto: { $exists: false } }
    await this.#model.updateOne(isOpen, { $set: { mergedInto: userId }, $inc: { version: 1 } })
    await this.#fold(await this.#read(guestId), userId)
  }

  async #fold(guest: CartDocument, userId: string): Promise<void> {
    const mark = `cart:${guest._id}`
    for (;;) {
      const cart = await this.#read(userId)
      if (cart.applied.includes(mark)) break
      const applied = [mark, ...guest.applied]
      if (await this.#write(cart, { items: fold(cart.items, guest.items), applied })) break
    }
    // Emptied, so that it adds nothing even after the mark has left the list.
    await this.#model.updateOne({ _id: guest._id }, { $set: { items: [] } })
  }

  async #read(userId: string): Promise<CartDocument> {
    return (await this.#model.findById(userId).lean()) ?? emptyCart(userId)
  }

  /** Writes what was decided on this version of the cart; false when it has moved on. */
  async #write({ _id, userId, version }: CartDocument, { items, applied = [] }: Change) {
    try {
      const result = await this.#model.updateOne(
        { _id, version, mergedInto: { $exists: false } },
        {
          $set: { items, userId, version: version + 1 },
          $push: { applied: { $each: applied, $slice: -KEPT_APPLIED } },
        },
        { upsert: version === 0 },
      )
      return result.modifiedCount + result.upsertedCount === 1
    } catch (error) {
      if (isDuplicateKey(error)) return false
      throw error
    }
  }
}

/** A cart that nobody has put anything into yet. */
export function emptyCart(userId: string): CartDocument {
  return { _id: userId, userId, items: [], applied: [], version: 0 }
}

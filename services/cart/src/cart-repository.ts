import { AGAIN, untilWritten } from '@shop/shared/async'
import type { Session } from '@shop/shared/contracts'
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
  /** When a guest last changed it: it is forgotten a month later. */
  guestAt?: Date
  version: number
}

// Longer than any session lives: until then the guest may still sign in and take the cart along.
const GUEST_LIFE_S = 30 * 24 * 3600

const schema: Schema = new Schema(
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

const KEPT_APPLIED = 500

interface Change {
  items: Line[]
  applied?: string[]
  guestAt?: Date | undefined
}

/** Whose cart it is. */
export type Owner = Pick<Session, 'sub' | 'role'>

/** Carts in their collection; each change is one write, guarded by the version it was decided on. */
export class CartRepository {
  readonly #model: Model<CartDocument>

  constructor(db: Connection) {
    this.#model = db.model<CartDocument>('Cart', schema, 'carts')
  }

  /** The user's cart, after taking in the carts they had as a guest; empty if there is none. */
  async of({ sub: userId, role, guestIds }: Session): Promise<CartDocument> {
    const found = await this.#model.find({ _id: { $in: [userId, ...guestIds] } }).lean()
    const cart = found.find(({ _id }) => _id === userId) ?? emptyCart(userId)
    if (role !== 'guest' && cart.guestAt !== undefined) await this.#keep(userId)
    const isLeft = ({ _id, items, mergedInto = userId }: CartDocument) =>
      _id !== userId && items.length > 0 && mergedInto === userId
    const left = found.filter(isLeft).map(({ _id }) => _id)
    return left.length === 0 ? cart : this.#merge(left, userId)
  }

  /** Changes the lines of the cart, as it was read a moment ago or now; null when it is frozen. */
  change(
    { sub: userId, role }: Owner,
    edit: (lines: Line[]) => Line[],
    known?: CartDocument,
  ): Promise<CartDocument | null> {
    return untilWritten(async (isFirst) => {
      const cart = (isFirst ? known : undefined) ?? (await this.#read(userId))
      if (cart.mergedInto !== undefined) return null
      const items = edit(cart.items)
      const guestAt = role === 'guest' ? new Date() : undefined
      const isWritten = await this.#write(cart, { items, guestAt })
      return isWritten ? { ...cart, items, version: cart.version + 1 } : AGAIN
    })
  }

  /** Takes what a payment bought out of the payer's cart, once, wherever that cart has gone. */
  takeOut(userId: string, paymentId: string, bought: Bought[]): Promise<void> {
    return untilWritten(async () => {
      const cart = await this.#read(userId)
      if (cart.mergedInto !== undefined) {
        await this.#fold([cart], cart.mergedInto)
        return this.takeOut(cart.mergedInto, paymentId, bought)
      }
      if (cart.applied.includes(paymentId)) return
      const items = subtract(cart.items, bought)
      const isDone = await this.#write(cart, { items, applied: [paymentId] })
      // failpoint: cart.afterClear
      return isDone ? undefined : AGAIN
    })
  }

  /** The guest has signed up: the cart of a user is kept. */
  async #keep(userId: string): Promise<void> {
    await this.#model.updateOne({ _id: userId }, { $unset: { guestAt: 1 } })
  }

  /** Freezes guest carts, then takes them into the user's. */
  async #merge(guestIds: string[], userId: string): Promise<CartDocument> {
    const areOpen = { _id: { $in: guestIds }, mergedInto: { $exists: false } }
    await this.#model.updateMany(areOpen, { $set: { mergedInto: userId }, $inc: { version: 1 } })
    const frozen = { _id: { $in: guestIds }, mergedInto: userId }
    return this.#fold(await this.#model.find(frozen).lean(), userId)
  }

  /** Takes frozen guest carts into the user's in one write, each once. */
  async #fold(guests: CartDocument[], userId: string): Promise<CartDocument> {
    const folded = await untilWritten(async () => {
      const cart = await this.#read(userId)
      const open = guests.filter(({ _id }) => !cart.applied.includes(markOf(_id)))
      if (open.length === 0) return cart
      const items = open.reduce((lines, guest) => fold(lines, guest.items), cart.items)
      const applied = open.flatMap((guest) => [markOf(guest._id), ...guest.applied])
      const isWritten = await this.#write(cart, { items, applied })
      return isWritten ? { ...cart, items, version: cart.version + 1 } : AGAIN
    })
    // Emptied, so that they add nothing even after their marks have left the list.
    const ids = guests.map(({ _id }) => _id)
    await this.#model.updateMany({ _id: { $in: ids } }, { $set: { items: [] } })
    return folded
  }

  async #read(userId: string): Promise<CartDocument> {
    return (await this.#model.findById(userId).lean()) ?? emptyCart(userId)
  }

  /** Writes what was decided on this version of the cart; false when it has moved on. */
  async #write({ _id, userId, version }: CartDocument, { items, applied = [], guestAt }: Change) {
    try {
      const result = await this.#model.updateOne(
        { _id, version, mergedInto: { $exists: false } },
        {
          $set: { items, userId, version: version + 1, ...(guestAt && { guestAt }) },
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

const markOf = (guestId: string) => `cart:${guestId}`

/** A cart that nobody has put anything into yet. */
export function emptyCart(userId: string): CartDocument {
  return { _id: userId, userId, items: [], applied: [], version: 0 }
}

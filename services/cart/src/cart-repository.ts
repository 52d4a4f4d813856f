import { CONFLICT, retryOnConflict } from '@shop/shared/async'
import type { Session } from '@shop/shared/contracts'
import { isDuplicateKey } from '@shop/shared/db'
import type { Connection, Model, UpdateWriteOpResult as UpdateResult } from 'mongoose'
import { cartSchema, emptyCart, type CartDocument } from './cart-document.ts'
import { fold, type Bought, type Line } from './domain/cart.ts'
import { KEPT_APPLIED, subtraction } from './subtraction.ts'

interface Change {
  items: Line[]
  applied?: string[]
  guestAt?: Date | undefined
}

export type Owner = Pick<Session, 'sub' | 'role'>

/** Carts in their collection; each change is one write, guarded by the version that was read. */
export class CartRepository {
  readonly #model: Model<CartDocument>

  constructor(db: Connection) {
    this.#model = db.model<CartDocument>('Cart', cartSchema, 'carts')
  }

  /** The user's cart, with their guest carts merged into it; empty if there is none. */
  async of({ sub: userId, role, guestIds }: Session): Promise<CartDocument> {
    const found = await this.#model.find({ _id: { $in: [userId, ...guestIds] } }).lean()
    const cart = found.find(({ _id }) => _id === userId) ?? emptyCart(userId)
    if (role !== 'guest' && cart.guestAt !== undefined) await this.#keep(userId)
    const isUnmerged = ({ _id, items, mergedInto = userId }: CartDocument) =>
      _id !== userId && items.length > 0 && mergedInto === userId
    const unmerged = found.filter(isUnmerged).map(({ _id }) => _id)
    return unmerged.length === 0 ? cart : this.#merge(unmerged, userId)
  }

  /** Changes the lines of the cart, first assuming it is still as `known`; null when it is merged into another. */
  change(
    { sub: userId, role }: Owner,
    edit: (lines: Line[]) => Line[],
    known?: CartDocument,
  ): Promise<CartDocument | null> {
    return retryOnConflict(async (isFirst) => {
      const cart = (isFirst ? known : undefined) ?? (await this.#read(userId))
      if (cart.mergedInto !== undefined) return null
      const items = edit(cart.items)
      const guestAt = role === 'guest' ? new Date() : undefined
      const isWritten = await this.#write(cart, { items, guestAt })
      return isWritten ? { ...cart, items, version: cart.version + 1 } : CONFLICT
    })
  }

  /** Removes what a payment bought from the payer's cart, once, following `mergedInto`. */
  removeBought(userId: string, paymentId: string, bought: Bought[]): Promise<void> {
    return retryOnConflict(async () => {
      if (await this.#subtract(userId, paymentId, bought)) return
      const cart = await this.#read(userId)
      if (cart.mergedInto !== undefined) {
        await this.#fold([cart], cart.mergedInto)
        return this.removeBought(cart.mergedInto, paymentId, bought)
      }
      return cart.applied.includes(paymentId) ? undefined : CONFLICT
    })
  }

  /** One write, whatever is in the cart; false when it was done before, or the cart is merged into another. */
  async #subtract(userId: string, paymentId: string, bought: Bought[]): Promise<boolean> {
    const isOpen = { _id: userId, applied: { $ne: paymentId }, mergedInto: { $exists: false } }
    const options = { upsert: true, updatePipeline: true }
    const update = subtraction(userId, paymentId, bought)
    const isDone = await hasWritten(this.#model.updateOne(isOpen, update, options))
    // failpoint: cart.afterClear
    return isDone
  }

  /** The guest has signed up: a user's cart does not expire. */
  async #keep(userId: string): Promise<void> {
    await this.#model.updateOne({ _id: userId }, { $unset: { guestAt: 1 } })
  }

  /** Freezes guest carts, then folds them into the user's. */
  async #merge(guestIds: string[], userId: string): Promise<CartDocument> {
    const areOpen = { _id: { $in: guestIds }, mergedInto: { $exists: false } }
    await this.#model.updateMany(areOpen, { $set: { mergedInto: userId }, $inc: { version: 1 } })
    const frozen = { _id: { $in: guestIds }, mergedInto: userId }
    return this.#fold(await this.#model.find(frozen).lean(), userId)
  }

  /** Folds frozen guest carts into the user's in one write, each once. */
  async #fold(guests: CartDocument[], userId: string): Promise<CartDocument> {
    const folded = await retryOnConflict(async () => {
      const cart = await this.#read(userId)
      const open = guests.filter(({ _id }) => !cart.applied.includes(markOf(_id)))
      if (open.length === 0) return cart
      const items = open.reduce((lines, guest) => fold(lines, guest.items), cart.items)
      const applied = open.flatMap((guest) => [markOf(guest._id), ...guest.applied])
      const isWritten = await this.#write(cart, { items, applied })
      return isWritten ? { ...cart, items, version: cart.version + 1 } : CONFLICT
    })
    // Emptied, so that they add nothing even after their marks have left the capped list.
    const ids = guests.map(({ _id }) => _id)
    await this.#model.updateMany({ _id: { $in: ids } }, { $set: { items: [] } })
    return folded
  }

  async #read(userId: string): Promise<CartDocument> {
    return (await this.#model.findById(userId).lean()) ?? emptyCart(userId)
  }

  /** Writes a change that was decided on this version of the cart; false when the version has changed. */
  #write({ _id, userId, version }: CartDocument, { items, applied = [], guestAt }: Change) {
    const update = {
      $set: { items, userId, version: version + 1, ...(guestAt && { guestAt }) },
      $push: { applied: { $each: applied, $slice: -KEPT_APPLIED } },
    }
    const isUnchanged = { _id, version, mergedInto: { $exists: false } }
    return hasWritten(this.#model.updateOne(isUnchanged, update, { upsert: version === 0 }))
  }
}

/** Whether an upsert wrote; not when its filter excludes the existing document. */
async function hasWritten(upsert: PromiseLike<UpdateResult>): Promise<boolean> {
  try {
    const { modifiedCount, upsertedCount } = await upsert
    return modifiedCount + upsertedCount === 1
  } catch (error) {
    if (isDuplicateKey(error)) return false
    throw error
  }
}

const markOf = (guestId: string) => `cart:${guestId}`

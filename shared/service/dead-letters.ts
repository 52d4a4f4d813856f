import { Schema, type Connection, type Model, type Types } from 'mongoose'
import type { ReplayResponse } from '../contracts/index.ts'
import { handleText, type DeadLetter, type Listener } from '../events/index.ts'

type Stored = DeadLetter & { _id: Types.ObjectId }

const KEPT_S = 30 * 24 * 3600

const schema: Schema = new Schema(
  { subject: String, data: String, error: String, at: Date },
  { versionKey: false },
).index({ at: 1 }, { expireAfterSeconds: KEPT_S })

/** The events that a service could not handle. */
export class DeadLetters {
  readonly #model: Model<Stored>
  readonly #listeners: readonly Listener[]

  constructor(db: Connection, listeners: readonly Listener[]) {
    this.#model = db.model<Stored>('DeadLetter', schema, 'deadletters')
    this.#listeners = listeners
  }

  readonly store = async (letter: DeadLetter): Promise<void> => {
    await this.#model.create(letter)
  }

  /** The newest, from an id on. */
  newest(limit: number, after: string | null): Promise<Stored[]> {
    const older = after === null ? {} : { _id: { $lt: after } }
    return this.#model.find(older).sort({ _id: -1 }).limit(limit).lean()
  }

  /** Handles the event again and removes it, or keeps it with the new error; null when there is none. Throws what `isOutage` accepts. */
  async replay(_id: string, isOutage: (error: unknown) => boolean): Promise<ReplayResponse | null> {
    const letter: Stored | null = await this.#model.findById(_id).lean()
    if (letter === null) return null
    try {
      await this.#handle(letter)
    } catch (error) {
      if (isOutage(error)) throw error
      await this.#model.updateOne({ _id }, { $set: { error: String(error), at: new Date() } })
      return { isHandled: false, error: String(error) }
    }
    await this.#model.deleteOne({ _id })
    return { isHandled: true }
  }

  /** Whether there was one. */
  async delete(_id: string): Promise<boolean> {
    return (await this.#model.deleteOne({ _id })).deletedCount > 0
  }

  async #handle({ subject, data }: DeadLetter): Promise<void> {
    const known = this.#listeners.find((one) => one.subject === subject)
    if (known === undefined) throw new Error('the service no longer handles this subject')
    await handleText(known, data)
  }
}

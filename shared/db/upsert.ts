import type { Model } from 'mongoose'
import { isDuplicateKey } from './connect.ts'

/**
 * Updates or inserts the document of the filter. When two upserts insert the same document at once, the second
 * updates what the first inserted, if the filter still matches.
 */
export async function upsert<T>(model: Model<T>, filter: object, update: object): Promise<void> {
  try {
    await model.updateOne(filter, update, { upsert: true })
  } catch (error) {
    if (!isDuplicateKey(error)) throw error
    await model.updateOne(filter, update)
  }
}

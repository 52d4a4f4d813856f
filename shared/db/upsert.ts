import type { Model } from 'mongoose'
import { isDuplicateKey } from './connect.ts'

/**
 * Updates or inserts the document of the filter. When two upserts insert the same document at once, the second
 * updates what the first inserted, if the filter still matches. Returns whether a document was written.
 */
export async function upsert<T>(model: Model<T>, filter: object, update: object): Promise<boolean> {
  try {
    const { modifiedCount, upsertedCount } = await model.updateOne(filter, update, { upsert: true })
    return modifiedCount + upsertedCount > 0
  } catch (error) {
    if (!isDuplicateKey(error)) throw error
    return (await model.updateOne(filter, update)).modifiedCount > 0
  }
}

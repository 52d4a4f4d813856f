import type { Model } from 'mongoose'
import { isDuplicateKey } from './connect.ts'

/**
 * Updates the document that the filter names, or inserts it. Two upserts of one new document may both
 * try to insert; the one that comes second updates what the first inserted, if the filter still matches.
 */
export async function upsert<T>(model: Model<T>, filter: object, update: object): Promise<void> {
  try {
    await model.updateOne(filter, update, { upsert: true })
  } catch (error) {
    if (!isDuplicateKey(error)) throw error
    await model.updateOne(filter, update)
  }
}

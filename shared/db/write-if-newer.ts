import type { Model } from 'mongoose'
import { isDuplicateKey } from './connect.ts'

/** Writes a copy's fields and version, unless something at least as new is known: events come in any order. */
export async function writeIfNewer<T>(
  model: Model<T>,
  id: string,
  version: number,
  { $set, $setOnInsert = {} }: { $set: object; $setOnInsert?: object },
): Promise<void> {
  const isOlder = { _id: id, version: { $lt: version } } as Record<string, unknown>
  try {
    await model.updateOne(isOlder, { $set: { ...$set, version }, $setOnInsert }, { upsert: true })
  } catch (error) {
    // The document is there and not older.
    if (!isDuplicateKey(error)) throw error
  }
}

import type { Model } from 'mongoose'
import { upsert } from './upsert.ts'

/** Writes a copy's fields and version, unless a version at least as new is stored: events come in any order. */
export async function writeIfNewer<T>(
  model: Model<T>,
  id: string,
  version: number,
  { $set, $setOnInsert = {} }: { $set: object; $setOnInsert?: object },
): Promise<void> {
  const isOlder = { _id: id, version: { $lt: version } }
  await upsert(model, isOlder, { $set: { ...$set, version }, $setOnInsert })
}

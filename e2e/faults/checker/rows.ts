import type { Database } from '../../tools/stack-databases.ts'

/** All documents of a collection, with the fields that are asked for and their id as text. */
export async function rows<T extends object>(
  database: Database,
  collection: string,
  fields: readonly (keyof T & string)[],
): Promise<(T & { id: string })[]> {
  const projection = Object.fromEntries(fields.map((field) => [field, 1]))
  const found = await database.collection(collection).find<T>({}, { projection }).toArray()
  return found.map((document) => ({ ...document, id: String(Reflect.get(document, '_id')) }))
}

/** The same by their ids. */
export function byId<T extends { id: string }>(things: readonly T[]): Map<string, T> {
  return new Map(things.map((thing) => [thing.id, thing]))
}

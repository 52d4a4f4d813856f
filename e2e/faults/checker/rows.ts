import type { Database } from '../../tools/stack-databases.ts'

/** All documents of a collection with the given fields and a string id. */
export async function rows<T extends object>(
  database: Database,
  collection: string,
  fields: readonly (keyof T & string)[],
): Promise<(T & { id: string })[]> {
  const projection = Object.fromEntries(fields.map((field) => [field, 1]))
  const found = await database.collection(collection).find<T>({}, { projection }).toArray()
  return found.map((document) => ({ ...document, id: String(Reflect.get(document, '_id')) }))
}

/** Indexes items by id. */
export function byId<T extends { id: string }>(items: readonly T[]): Map<string, T> {
  return new Map(items.map((item) => [item.id, item]))
}

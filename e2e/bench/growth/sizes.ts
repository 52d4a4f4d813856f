import type { Databases } from '../databases.ts'
import { GROWING, nativeOf } from './fill.ts'

const MB = 1024 ** 2

/** How much a growing collection takes up, in MB. */
export interface Size {
  name: string
  documents: number
  data: number
  indexes: number
}

/** The sizes of the growing collections. */
export function sizesOf(databases: Databases): Promise<Size[]> {
  const services = Object.entries(GROWING) as [keyof typeof GROWING, { collection: string }][]
  return Promise.all(
    services.map(async ([service, { collection }]) => {
      const pipeline = [{ $collStats: { storageStats: {} } }]
      const [stats] = await nativeOf(databases[service], collection)
        .aggregate<{ storageStats: Record<'count' | 'size' | 'totalIndexSize', number> }>(pipeline)
        .toArray()
      if (stats === undefined) throw new Error(`${collection} has no statistics`)
      const { count, size, totalIndexSize } = stats.storageStats
      return {
        name: `${service}.${collection}`,
        documents: count,
        data: size / MB,
        indexes: totalIndexSize / MB,
      }
    }),
  )
}

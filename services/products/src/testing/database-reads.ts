import type { TestService } from '@shop/shared/testing'

/** A read of products, as the database's profiler records it. */
export interface Read {
  /** For example `IXSCAN { category: 1, archived: 1, search.newest: 1 }`. */
  planSummary?: string
  docsExamined?: number
  keysExamined?: number
  hasSortStage?: boolean
  command: { filter?: object }
}

/** Filters of the relay and the sweepers. */
const OWN = ['outboxAt', 'moves.at', 'search.edition']

/** The reads of products that some work causes. */
export async function readsOf({ db }: TestService, work: () => Promise<unknown>): Promise<Read[]> {
  const database = db.db
  if (database === undefined) throw new Error('the database is not open')
  await database.dropCollection('system.profile').catch(() => {})
  await database.command({ profile: 2 })
  await work()
  await database.command({ profile: 0 })
  const reads = {
    ns: `${database.databaseName}.products`,
    op: { $in: ['query', 'command', 'getmore'] },
  }
  const found = await database.collection<Read>('system.profile').find(reads).toArray()
  return found.filter(({ command: { filter = {} } }) => !OWN.some((path) => path in filter))
}

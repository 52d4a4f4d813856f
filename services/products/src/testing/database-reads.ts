import type { TestService } from '@shop/shared/testing'

/** One command that read products, as the database's own profiler describes it. */
export interface Read {
  /** Such as `IXSCAN { category: 1, archived: 1, search.newest: 1 }`. */
  planSummary?: string
  docsExamined?: number
  keysExamined?: number
  hasSortStage?: boolean
  command: { filter?: object }
}

/** What the outbox and the sweeps look for on their own. */
const OWN = ['outboxAt', 'moves.at', 'search.edition']

/** What the database is asked for while some work is done, and for its sake. */
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

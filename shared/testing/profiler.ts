import type { Connection } from 'mongoose'

/** An operation as MongoDB's profiler records it. */
interface Profiled {
  op: string
  ns: string
  /** For example `IXSCAN { category: 1, archived: 1, search.newest: 1 }`. */
  planSummary?: string
  docsExamined?: number
  keysExamined?: number
  hasSortStage?: boolean
  command: { u?: unknown; filter?: Record<string, unknown>; query?: unknown; pipeline?: unknown }
}

/** The operations on a service's collections while some work is done, with `ns` as the name of the collection. */
export async function profile({ db }: { db: Connection }, work: () => Promise<unknown>) {
  const database = db.db
  if (database === undefined) throw new Error('the database is not open')
  await database.dropCollection('system.profile').catch(() => {})
  await database.command({ profile: 2 })
  await work()
  await database.command({ profile: 0 })
  const own = `${database.databaseName}.`
  const recorded = await database
    .collection<Profiled>('system.profile')
    .find({ ns: { $not: /system\.|\.\$cmd$/ } })
    .toArray()
  return recorded.map((each) => ({ ...each, ns: each.ns.slice(own.length) }))
}

/** The database commands that some work causes, as `op collection`, without those of the relay, the broker check and the sweepers’ lease. */
export async function commandsOf(service: { db: Connection }, work: () => Promise<unknown>) {
  const operations = await profile(service, work)
  return operations.filter((each) => !isRelay(each)).map(({ op, ns }) => `${op} ${ns}`)
}

/** Whether a command of the relay, the broker check or the sweepers’ lease: it looks for events, or changes nothing but the outbox, from which it removes. */
function isRelay({ op, ns, command: { u, ...reads } }: Profiled): boolean {
  if (ns === 'marks' || ns === 'leases') return true
  if (op !== 'update') return /"(outboxAt|lastEventAt)"/.test(JSON.stringify(wantedBy(reads)))
  const stages = (Array.isArray(u) ? u : [u]) as Record<string, object>[]
  const paths = stages.flatMap((stage) => Object.values(stage).flatMap(Object.keys))
  const isAppending = stages.some((stage) => '$push' in stage)
  return !isAppending && paths.every((path) => path.startsWith('outbox'))
}

/** What a find, a findAndModify or an aggregate looks for. */
const wantedBy = ({ filter, query, pipeline }: Profiled['command']) => [filter, query, pipeline]

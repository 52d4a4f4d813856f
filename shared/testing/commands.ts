import type { Connection } from 'mongoose'

interface Profiled {
  op: string
  ns: string
  command: { u?: unknown; filter?: { outboxAt?: unknown }; q?: object }
}

/** The database commands that some work causes, as `op collection`, without those of the relay. */
export async function commandsOf({ db }: { db: Connection }, work: () => Promise<unknown>) {
  const database = db.db
  if (database === undefined) throw new Error('the database is not open')
  await database.dropCollection('system.profile')
  await database.command({ profile: 2 })
  await work()
  await database.command({ profile: 0 })
  const seen = await database
    .collection<Profiled>('system.profile')
    .find({ ns: { $not: /system\./ } })
    .toArray()
  return seen
    .filter(
      ({ op, ns, command }) => ns !== `${database.databaseName}.$cmd` && !isRelays(op, command),
    )
    .map(({ op, ns }) => `${op} ${ns.slice(database.databaseName.length + 1)}`)
}

function isRelays(op: string, { u, filter }: Profiled['command']): boolean {
  return filter?.outboxAt !== undefined || (op === 'update' && Array.isArray(u))
}

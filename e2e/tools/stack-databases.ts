import type { ServiceName } from '@shop/shared/contracts'
import { createDatabase, openDatabase } from '@shop/shared/db'
import { createLog } from '@shop/shared/log'
import { readStack, testDatabaseUrl } from '@shop/shared/testing'

export type Database = ReturnType<typeof createDatabase>

/** Runs work with the databases of services on the running stack, as the service or as the administrator. */
export async function withDatabases<N extends ServiceName, T>(
  names: readonly N[],
  work: (databases: Record<N, Database>) => Promise<T>,
  { asAdmin = false } = {},
): Promise<T> {
  const { mongo } = await readStack()
  const log = createLog('tools', 'warn')
  const databases = await Promise.all(
    names.map(async (name) => {
      const database = createDatabase()
      const url = asAdmin ? testDatabaseUrl(mongo.admin, name) : mongo[name]
      await openDatabase(database, url, log)
      return [name, database] as const
    }),
  )
  try {
    return await work(Object.fromEntries(databases) as Record<N, Database>)
  } finally {
    await Promise.all(databases.map(([, database]) => database.close()))
  }
}

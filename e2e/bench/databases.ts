import { SERVICES, type ServiceName } from '@shop/shared/contracts'
import { createDatabase, openDatabase } from '@shop/shared/db'
import { createLog } from '@shop/shared/log'
import type { Shop } from './shop.ts'

export type Databases = Record<ServiceName, ReturnType<typeof createDatabase>>

/** The name of the benchmark's connections: what they read is not the shop's work. */
export const APP_NAME = 'bench'

/** Opens the databases of the services and closes them after the work. */
export async function withDatabases<T>(
  shop: Shop,
  work: (databases: Databases) => Promise<T>,
): Promise<T> {
  const log = createLog(APP_NAME, 'warn')
  const entries = SERVICES.map((name) => [name, createDatabase()] as const)
  const databases = Object.fromEntries(entries) as Databases
  try {
    for (const [name, database] of entries) await openDatabase(database, urlOf(shop, name), log)
    return await work(databases)
  } finally {
    await Promise.all(entries.map(([, database]) => database.close()))
  }
}

function urlOf(shop: Shop, name: ServiceName): string {
  // A set names several hosts, so that it is no URL to `URL`.
  const url = shop.databaseUrl(name)
  return `${url}${url.includes('?') ? '&' : '?'}appName=${APP_NAME}`
}

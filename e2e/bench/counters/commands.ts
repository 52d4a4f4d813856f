import type { ServiceName } from '@shop/shared/contracts'
import type { Connection } from 'mongoose'
import { APP_NAME, type Databases } from '../databases.ts'
import { isCommand, type Profiled } from './profiled.ts'

const PROFILE_BYTES = 64 * 1024 * 1024

/** Profiles every command of the five databases while some work is done. */
export async function withProfiler<T>(databases: Databases, work: () => Promise<T>): Promise<T> {
  const all = Object.values(databases)
  try {
    for (const database of all) await start(database)
    return await work()
  } finally {
    for (const database of all) await dbOf(database).command({ profile: 0 })
  }
}

/** The number of commands by service in a time of a profiled run. */
export async function countCommands(
  databases: Databases,
  from: Date,
  to: Date,
): Promise<Record<ServiceName, number>> {
  const counts = Object.entries(databases).map(async ([name, database]) => {
    const recorded = await dbOf(database)
      .collection<Profiled>('system.profile')
      .find({ ts: { $gte: from, $lt: to }, appName: { $ne: APP_NAME } })
      .toArray()
    return [name, recorded.filter(isCommand).length] as const
  })
  return Object.fromEntries(await Promise.all(counts)) as Record<ServiceName, number>
}

async function start(database: Connection): Promise<void> {
  const db = dbOf(database)
  await db.command({ profile: 0 })
  await db.dropCollection('system.profile').catch(() => {})
  // The default of 1 MB holds only some hundred commands.
  await db.createCollection('system.profile', { capped: true, size: PROFILE_BYTES })
  await db.command({ profile: 2 })
}

function dbOf({ db }: Connection) {
  if (db === undefined) throw new Error('the database is not open')
  return db
}

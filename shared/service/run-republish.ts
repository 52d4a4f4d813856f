import type { Connection } from 'mongoose'
import { loadConfig, required } from '../config/index.ts'
import { createDatabase, openDatabase } from '../db/index.ts'
import { createLog } from '../log/index.ts'

const UNITS: Record<string, number> = { m: 60_000, h: 3_600_000, d: 86_400_000 }

/** The time a duration such as `7d`, `24h` or `30m` ago; throws for any other text. */
export function timeAgo(text: string, now = Date.now()): Date {
  const [, amount, unit = ''] = /^(\d{1,4})([mhd])$/.exec(text) ?? []
  const length = UNITS[unit]
  if (length === undefined) throw new Error(`not a duration: ${text} (write 7d, 24h or 30m)`)
  return new Date(now - Number(amount) * length)
}

/** Appends the events since a time again, named on the command line such as `7d`. */
export async function runRepublish(
  service: string,
  republish: (db: Connection, since: Date) => Promise<number>,
): Promise<void> {
  const log = createLog(service)
  const since = timeAgo(process.argv[2] ?? '')
  const { MONGO_URL } = loadConfig({ MONGO_URL: required })
  const db = createDatabase()
  await openDatabase(db, MONGO_URL, log)
  // The running service's relay publishes them.
  const events = await republish(db, since)
  await db.close()
  log.info({ since, events }, 'events appended; the relay publishes them')
}

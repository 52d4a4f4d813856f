import { loadConfig, required } from '../config/index.ts'
import type { ServiceName } from '../contracts/index.ts'
import { createDatabase, openDatabase } from '../db/index.ts'
import { createLog } from '../log/index.ts'
import { isRepublishing, requestRepublish } from '../outbox/index.ts'

const POLL_MS = 500

const UNITS: Record<string, number> = { m: 60_000, h: 3_600_000, d: 86_400_000 }

/** The time a duration such as `7d`, `24h` or `30m` ago; throws for any other text. */
export function timeAgo(text: string, now = Date.now()): Date {
  const [, amount, unit = ''] = /^(\d{1,4})([mhd])$/.exec(text) ?? []
  const length = UNITS[unit]
  if (length === undefined) throw new Error(`not a duration: ${text} (write 7d, 24h, 30m or all)`)
  return new Date(now - Number(amount) * length)
}

/** Has the running service publish its events since a time again, named on the command line such as `7d`. */
export async function runRepublish(service: ServiceName): Promise<void> {
  const log = createLog(service)
  const argument = process.argv[2] ?? ''
  const since = argument === 'all' ? new Date(0) : timeAgo(argument)
  const { MONGO_URL } = loadConfig({ MONGO_URL: required })
  const db = createDatabase()
  await openDatabase(db, MONGO_URL, log)
  await requestRepublish(db, since)
  log.info({ since }, 'requested; waiting for the running service')
  while (await isRepublishing(db)) await Bun.sleep(POLL_MS)
  await db.close()
  log.info('published again')
}

import { Database } from 'bun:sqlite'
import { MIGRATIONS } from './migrations.ts'

/** Opens the sandbox's database; commits survive a crash of the process. */
export function openLedger(path: string): Database {
  const db = new Database(path, { create: true, strict: true })
  // NORMAL leaves flushing to the system: only a power cut could lose the last commits.
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 5000;')
  db.transaction(() => migrate(db)).immediate()
  return db
}

function migrate(db: Database): void {
  const version = db.query<{ user_version: number }, []>('PRAGMA user_version').get()?.user_version
  for (const migration of MIGRATIONS.slice(version)) db.exec(migration)
  db.exec(`PRAGMA user_version = ${MIGRATIONS.length}`)
}

import type { Database } from 'bun:sqlite'
import type { StoredResponse } from '../rules/idempotency.ts'

const KEPT_MS = 24 * 3_600_000

/** The reply that an idempotency key got in the last 24 hours. */
export function findResponse(db: Database, key: string): StoredResponse | null {
  return db
    .query<StoredResponse, [string, number]>(
      'SELECT path, fingerprint, requestId, status, body FROM replies WHERE key = ? AND at > ?',
    )
    .get(key, Date.now() - KEPT_MS)
}

/** Keeps a reply for its key, in the transaction that did what it tells of. */
export function keepResponse(db: Database, key: string, reply: StoredResponse): void {
  db.query(
    `INSERT OR REPLACE INTO replies (key, path, fingerprint, requestId, status, body, at)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  ).run(key, reply.path, reply.fingerprint, reply.requestId, reply.status, reply.body, Date.now())
}

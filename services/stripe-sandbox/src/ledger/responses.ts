import type { Database } from 'bun:sqlite'
import type { StoredResponse } from '../rules/idempotency.ts'

const LIFETIME_MS = 24 * 3_600_000

/** The response stored for an idempotency key in the last 24 hours. */
export function findResponse(db: Database, key: string): StoredResponse | null {
  return db
    .query<StoredResponse, [string, number]>(
      'SELECT path, fingerprint, requestId, status, body FROM replies WHERE key = ? AND at > ?',
    )
    .get(key, Date.now() - LIFETIME_MS)
}

/** Stores the response of a key, within the call's transaction. */
export function storeResponse(db: Database, key: string, response: StoredResponse): void {
  db.query(
    `INSERT OR REPLACE INTO replies (key, path, fingerprint, requestId, status, body, at)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    key,
    response.path,
    response.fingerprint,
    response.requestId,
    response.status,
    response.body,
    Date.now(),
  )
}

import type { Database } from 'bun:sqlite'
import { retryDelay } from './schedule.ts'

export interface Delivery {
  seq: number
  attempts: number
  event: string
  type: string
  body: string
}

/** Deliveries that are due, oldest first. */
export function dueDeliveries(db: Database, limit: number): Delivery[] {
  return db
    .query<Delivery, [number, number]>(
      `SELECT deliveries.seq, attempts, event, body, json_extract(body, '$.type') AS type FROM deliveries JOIN objects ON id = event
       WHERE due <= ? ORDER BY due, deliveries.seq LIMIT ?`,
    )
    .all(Date.now(), limit)
}

/** Milliseconds until the next delivery is due; null when there is none. */
export function nextDueIn(db: Database): number | null {
  const now = Date.now()
  const { due } = db
    .query<{ due: number | null }, [number]>('SELECT min(due) AS due FROM deliveries WHERE due > ?')
    .get(now) ?? { due: null }
  return due === null ? null : due - now
}

/** Stores an accepted delivery. */
export function markDelivered(db: Database, { seq, event }: Delivery): void {
  db.transaction(() => {
    db.query(
      'UPDATE deliveries SET attempts = attempts + 1, due = NULL, refusal = NULL WHERE seq = ?',
    ).run(seq)
    countPending(db, event)
  }).immediate()
}

/** Stores a failed delivery; returns false when it will not be retried. */
export function markFailed(
  db: Database,
  delivery: Delivery,
  refusal: string,
  firstRetryMs: number,
): boolean {
  const delay = retryDelay(delivery.attempts + 1, firstRetryMs)
  db.transaction(() => {
    db.query(
      'UPDATE deliveries SET attempts = attempts + 1, due = ?, refusal = ? WHERE seq = ?',
    ).run(delay === null ? null : Date.now() + delay, refusal, delivery.seq)
    if (delay === null) countPending(db, delivery.event)
  }).immediate()
  return delay !== null
}

export interface DeliveryState {
  attempts: number
  /** The time of the next attempt, or null. */
  due: number | null
  /** Why the last attempt failed, or null. */
  refusal: string | null
}

/** The deliveries of an event; more than one when duplicated. */
export function deliveriesOf(db: Database, event: string): DeliveryState[] {
  return db
    .query<DeliveryState, [string]>(
      'SELECT attempts, due, refusal FROM deliveries WHERE event = ? ORDER BY seq',
    )
    .all(event)
}

function countPending(db: Database, event: string): void {
  db.query(
    `UPDATE objects SET body = json_set(body, '$.pending_webhooks',
       (SELECT count(*) FROM deliveries WHERE event = $event AND due IS NOT NULL)) WHERE id = $event`,
  ).run({ event })
}

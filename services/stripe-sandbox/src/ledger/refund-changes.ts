import type { Database } from 'bun:sqlite'
import type { RefundStatus } from '../rules/cards.ts'

export interface RefundChange {
  refund: string
  status: RefundStatus
  /** When it is due, in milliseconds. */
  due: number
}

/** Plans what becomes of a refund. */
export function planChange(db: Database, change: RefundChange): void {
  db.query(
    'INSERT OR REPLACE INTO refund_changes (refund, status, due) VALUES ($refund, $status, $due)',
  ).run({ ...change })
}

/** The change that is due first; null when none is planned. */
export function nextChange(db: Database): RefundChange | null {
  return db
    .query<RefundChange, []>('SELECT refund, status, due FROM refund_changes ORDER BY due LIMIT 1')
    .get()
}

/** Drops what was planned for a refund. */
export function dropChange(db: Database, refund: string): void {
  db.query('DELETE FROM refund_changes WHERE refund = ?').run(refund)
}

import type { Database } from 'bun:sqlite'
import { newId } from '../rules/ids.ts'

export type FaultCall = 'create' | 'confirm' | 'capture' | 'cancel' | 'refund' | 'webhook'
type FaultKind =
  | 'delay'
  | 'timeout-after-commit'
  | 'error-before-commit'
  | 'error-after-commit'
  | 'reset'
  | 'pending'
  | 'failed'
  | 'failed-later'
  | 'duplicate'
  | 'drop'
  | 'shuffle'

/** What a fault applies to: an order, a card, or both. */
export type Scope = {
  orderId: string | null
  card: string | null
}

export interface Fault extends Scope {
  id: string
  call: FaultCall
  kind: FaultKind
  /** How many times are left. */
  times: number
  ms: number
}

/** Stores a fault. */
export function addFault(db: Database, request: Omit<Fault, 'id'>): Fault {
  const fault = { id: newId('fault'), ...request }
  db.query(
    `INSERT INTO faults (id, orderId, card, call, kind, times, ms)
     VALUES ($id, $orderId, $card, $call, $kind, $times, $ms)`,
  ).run(fault)
  return fault
}

/** Finds a fault, armed or used up. */
export function findFault(db: Database, id: string): Fault | null {
  return db.query<Fault, [string]>('SELECT * FROM faults WHERE id = ?').get(id)
}

/** Disarms a fault. */
export function disarmFault(db: Database, id: string): void {
  db.query('UPDATE faults SET times = 0 WHERE id = ?').run(id)
}

/** The armed faults, newest first. */
export function armedFaults(db: Database, limit: number): Fault[] {
  return db
    .query<Fault, [number]>('SELECT * FROM faults WHERE times > 0 ORDER BY rowid DESC LIMIT ?')
    .all(limit)
}

/** Takes the oldest fault for this call and counts it down; null when there is none. */
export function takeFault(db: Database, call: FaultCall, scope: Scope): Fault | null {
  return db
    .query<Fault, { call: FaultCall } & Scope>(
      `UPDATE faults SET times = times - 1 WHERE rowid = (
         SELECT min(rowid) FROM faults WHERE call = $call AND times > 0
           AND (orderId IS NULL OR orderId = $orderId) AND (card IS NULL OR card = $card))
       RETURNING *`,
    )
    .get({ call, ...scope })
}

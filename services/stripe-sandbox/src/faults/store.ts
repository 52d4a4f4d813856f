import type { Database } from 'bun:sqlite'
import { newId } from '../rules/ids.ts'

export type FaultCall = 'create' | 'confirm' | 'capture' | 'cancel' | 'refund' | 'webhook'
type FaultKind =
  | 'delay'
  | 'timeout-after-commit'
  | 'error-before-commit'
  | 'error-after-commit'
  | 'reset'
  | 'duplicate'
  | 'drop'
  | 'shuffle'

/** What a fault is meant for: an order, a card, or both; never everything. */
export type Scope = {
  orderId: string | null
  card: string | null
}

export interface Fault extends Scope {
  id: string
  call: FaultCall
  kind: FaultKind
  /** How often it will still strike. */
  times: number
  ms: number
}

/** Keeps a fault until it has struck as often as asked. */
export function addFault(db: Database, wish: Omit<Fault, 'id'>): Fault {
  const fault = { id: newId('fault'), ...wish }
  db.query(
    `INSERT INTO faults (id, orderId, card, call, kind, times, ms)
     VALUES ($id, $orderId, $card, $call, $kind, $times, $ms)`,
  ).run(fault)
  return fault
}

/** A registered fault, with the times that are left of it. */
export function findFault(db: Database, id: string): Fault | null {
  return db.query<Fault, [string]>('SELECT * FROM faults WHERE id = ?').get(id)
}

/** Lets a fault strike no more. */
export function endFault(db: Database, id: string): void {
  db.query('UPDATE faults SET times = 0 WHERE id = ?').run(id)
}

/** The faults that will still strike, the newest first. */
export function armedFaults(db: Database, limit: number): Fault[] {
  return db
    .query<Fault, [number]>('SELECT * FROM faults WHERE times > 0 ORDER BY rowid DESC LIMIT ?')
    .all(limit)
}

/** The oldest fault that is meant for this call, counted down by one; null when there is none. */
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

import type { Database, SQLQueryBindings } from 'bun:sqlite'
import type { Stripe } from 'stripe'
import type { Dispute } from '../rules/step.ts'

export interface ObjectOf {
  payment_intent: Stripe.PaymentIntent
  charge: Stripe.Charge
  refund: Stripe.Refund
  dispute: Dispute
  token: Stripe.Token
  payment_method: Stripe.PaymentMethod
  confirmation_token: Stripe.ConfirmationToken
  event: Stripe.Event
}

export type Kind = keyof ObjectOf
export type WireObject = ObjectOf[Kind]

/** Finds an object of any kind. */
export function findAny(db: Database, id: string): WireObject | undefined {
  const row = db.query<{ body: string }, [string]>('SELECT body FROM objects WHERE id = ?').get(id)
  return row === null ? undefined : (JSON.parse(row.body) as WireObject)
}

/** The stored object of an id, if it is of the given kind. */
export function find<K extends Kind>(db: Database, kind: K, id: string): ObjectOf[K] | undefined {
  const found = findAny(db, id)
  return found?.object === kind ? (found as ObjectOf[K]) : undefined
}

/** The id of a reference, which is stored as an id but may be an object in Stripe's types. */
export function idOf(reference: string | { id: string } | null | undefined): string {
  return typeof reference === 'string' ? reference : (reference?.id ?? '')
}

/** Writes an object, new or changed; its place in lists is that of its first write. */
export function save(db: Database, object: WireObject): void {
  db.query(
    `INSERT INTO objects (id, object, body) VALUES (?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET body = excluded.body`,
  ).run(object.id, object.object, JSON.stringify(object))
}

export interface Page {
  limit: number
  startingAfter?: string | undefined
  endingBefore?: string | undefined
  /** Conditions on fields of the stored body: JSON path, comparison, value. */
  where: [path: string, operator: '=' | '>' | '>=' | '<' | '<=' | 'IN', value: Filter][]
}

type Filter = string | number | string[]

/** A page of the newest objects of a kind, newest first, and whether more lie beyond it. */
export function list<K extends Kind>(db: Database, kind: K, page: Page) {
  const conditions = ['object = ?']
  const values: SQLQueryBindings[] = [kind]
  for (const [path, operator, value] of page.where) {
    const marks = Array.isArray(value) ? `(${value.map(() => '?').join(', ')})` : '?'
    conditions.push(`body ->> '${path}' ${operator} ${marks}`)
    values.push(...(Array.isArray(value) ? value : [value]))
  }
  const seqOf = '(SELECT seq FROM objects WHERE id = ?)'
  if (page.startingAfter !== undefined) {
    conditions.push(`seq < ${seqOf}`)
    values.push(page.startingAfter)
  }
  const isBackwards = page.endingBefore !== undefined
  if (page.endingBefore !== undefined) {
    conditions.push(`seq > ${seqOf}`)
    values.push(page.endingBefore)
  }
  const rows = db
    .query<{ body: string }, SQLQueryBindings[]>(
      `SELECT body FROM objects WHERE ${conditions.join(' AND ')}
       ORDER BY seq ${isBackwards ? 'ASC' : 'DESC'} LIMIT ?`,
    )
    .all(...values, page.limit + 1)
  const data = rows.slice(0, page.limit).map((row) => JSON.parse(row.body) as ObjectOf[K])
  if (isBackwards) data.reverse()
  return { data, hasMore: rows.length > page.limit }
}

import type { Meta, PayloadOf, Subject } from '../contracts/index.ts'
import { correlationId } from '../log/index.ts'

/** A Mongo update by operators. */
export interface Update {
  $set?: Record<string, unknown>
  $unset?: Record<string, number>
  $inc?: Record<string, number>
  $push?: Record<string, unknown>
  $pull?: Record<string, unknown>
}

/** An event stored in the document that it is about, until it is published. */
export interface OutboxEntry {
  id: string
  subject: Subject
  meta: Meta
  /** Absent in a one-slot outbox: the payload is the document as it is when published. */
  data?: object
  /** How often it was published. */
  n: number
  nextAt: Date
}

/** The outbox fields of a document, always written together with its state. */
export interface OutboxFields {
  outbox: OutboxEntry[]
  outboxAt?: Date
}

/** Schema paths of the outbox; only the relay reads them. */
export const outboxPaths = {
  outbox: { type: Array, select: false, default: [] },
  outboxAt: { type: Date, select: false },
}

/** An event with its payload, to append in the write that changes the state. */
export function event<S extends Subject>(subject: S, data: PayloadOf<S>): OutboxEntry {
  return { ...snapshotEvent(subject), data }
}

/** An event whose payload is the document itself, for one-slot outboxes. */
export function snapshotEvent(subject: Subject): OutboxEntry {
  const id = crypto.randomUUID()
  const now = new Date()
  const meta: Meta = { eventId: id, at: now.toISOString(), correlationId: correlationId(), v: 1 }
  return { id, subject, meta, n: 0, nextAt: now }
}

/** The outbox fields of a new document. */
export function outboxOf(...entries: OutboxEntry[]): OutboxFields {
  return { outbox: entries, outboxAt: new Date() }
}

/** The update with events appended in the same write. */
export function withEvents(update: Update, ...entries: OutboxEntry[]): Update {
  return {
    ...update,
    $set: { ...update.$set, outboxAt: new Date() },
    $push: { ...update.$push, outbox: { $each: entries } },
  }
}

/** The update with its event replacing the pending one: only the latest state is published. */
export function withLatestEvent(update: Update, entry: OutboxEntry): Update {
  return { ...update, $set: { ...update.$set, ...outboxOf(entry) } }
}

import type { Meta, PayloadOf, Subject } from '../contracts/index.ts'
import { correlationId } from '../log/index.ts'

/** An update by operators; its fields are checked by the schema they are written to. */
export interface Update {
  $set?: Record<string, unknown>
  $unset?: Record<string, number>
  $inc?: Record<string, number>
  $push?: Record<string, unknown>
  $pull?: Record<string, unknown>
}

/** An event that waits in the document whose change it tells of. */
export interface OutboxEntry {
  id: string
  subject: Subject
  meta: Meta
  /** Absent in a one-slot outbox: the document as it is when the event is sent tells it all. */
  data?: object
  /** How often it was announced. */
  n: number
  nextAt: Date
}

/** Fields of a document with an outbox; both are written with the state, never alone. */
export interface OutboxFields {
  outbox: OutboxEntry[]
  outboxAt?: Date
}

/** Schema paths of the outbox, read by the relay only. */
export const outboxPaths = {
  outbox: { type: Array, select: false, default: [] },
  outboxAt: { type: Date, select: false },
}

/** An event with its payload, to append in the write that changes the state. */
export function event<S extends Subject>(subject: S, data: PayloadOf<S>): OutboxEntry {
  return { ...slot(subject), data }
}

/** An event whose payload is the document itself, for collections that keep one slot. */
export function slot(subject: Subject): OutboxEntry {
  const id = crypto.randomUUID()
  const now = new Date()
  const meta: Meta = { eventId: id, at: now.toISOString(), correlationId: correlationId(), v: 1 }
  return { id, subject, meta, n: 0, nextAt: now }
}

/** The outbox fields of a document to insert. */
export function outboxOf(...entries: OutboxEntry[]): OutboxFields {
  return { outbox: entries, outboxAt: new Date() }
}

/** The same update, appending events in the one write. */
export function announcing(update: Update, ...entries: OutboxEntry[]): Update {
  return {
    ...update,
    $set: { ...update.$set, outboxAt: new Date() },
    $push: { ...update.$push, outbox: { $each: entries } },
  }
}

/** The same update, replacing whatever waits: the latest state is the only one worth telling. */
export function announcingLatest(update: Update, entry: OutboxEntry): Update {
  return { ...update, $set: { ...update.$set, ...outboxOf(entry) } }
}

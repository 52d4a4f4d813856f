import type { Schema } from 'mongoose'
import type { Meta, PayloadOf, Subject } from '../contracts/index.ts'
import { currentCause } from '../log/index.ts'

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
}

/** The outbox fields of a document, always written together with its state. */
export interface OutboxFields {
  outbox: OutboxEntry[]
  /** When the poll may publish what is pending: later than the process that appended it. */
  outboxAt?: Date
  /** When the last event was appended, published or not. */
  lastEventAt?: Date
}

/** How long the process that appended an event has it to itself; longer than a publish takes to fail. */
export const HEAD_START_MS = 6000

/** Adds the outbox and its indexes to a schema. */
export function hasOutbox(schema: Schema): void {
  schema
    .add({
      outbox: { type: Array, select: false, default: [] },
      outboxAt: { type: Date, select: false },
      lastEventAt: { type: Date, select: false },
    })
    .index({ outboxAt: 1 }, { sparse: true })
    .index({ lastEventAt: 1 }, { sparse: true })
}

/** An event with its payload, to append in the write that changes the state. */
export function event<S extends Subject>(subject: S, data: PayloadOf<S>): OutboxEntry {
  return { ...snapshotEvent(subject), data }
}

/** An event whose payload is the document itself, for one-slot outboxes. */
export function snapshotEvent(subject: Subject): OutboxEntry {
  const id = crypto.randomUUID()
  return { id, subject, meta: metaOf(id, new Date()) }
}

/** The metadata of an event that happened at a time. */
export function metaOf(eventId: string, at: Date): Meta {
  return { eventId, at: at.toISOString(), ...currentCause(), v: 1 }
}

/** The times to write with an outbox. */
export function outboxTimes(): Pick<OutboxFields, 'outboxAt' | 'lastEventAt'> {
  const now = Date.now()
  return { outboxAt: new Date(now + HEAD_START_MS), lastEventAt: new Date(now) }
}

/** The outbox fields of a new document. */
export function outboxOf(...entries: OutboxEntry[]): OutboxFields {
  return { outbox: entries, ...outboxTimes() }
}

/** The update with events appended in the same write. */
export function withEvents(update: Update, ...entries: OutboxEntry[]): Update {
  return {
    ...update,
    $set: { ...update.$set, ...outboxTimes() },
    $push: { ...update.$push, outbox: { $each: entries } },
  }
}

/** The update with its event replacing the pending one: only the latest state is published. */
export function withLatestEvent(update: Update, entry: OutboxEntry): Update {
  return { ...update, $set: { ...update.$set, ...outboxOf(entry) } }
}

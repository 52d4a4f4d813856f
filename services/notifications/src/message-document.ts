import { Schema } from 'mongoose'
import type { MessageData } from './domain/message-data.ts'
import type { Kind, MessageState } from './domain/message.ts'

/** A message as it is stored: what was reported to whom, never a secret. */
export interface MessageDocument {
  _id: string
  kind: Kind
  to?: string
  data: MessageData[Kind]
  state: MessageState
  /** How often it was claimed; the guard of the write that ends a try. */
  tries: number
  queuedAt: Date
  /** Of the event, for the log. */
  correlationId: string
  /** Of the span that has stored it, if its trace is recorded. */
  traceparent?: string
  /** When it may be claimed: at once, after a failed try, or when the lease of the current try is over. */
  nextAt?: Date
  exp?: Date
  lastError?: string
  /** When it was sent, failed or was dropped. */
  endedAt?: Date
}

const KEPT_S = 60 * 24 * 3600

export const messageSchema: Schema = new Schema(
  {
    _id: String,
    kind: String,
    to: String,
    data: Schema.Types.Mixed,
    state: String,
    tries: Number,
    queuedAt: Date,
    correlationId: String,
    traceparent: String,
    nextAt: Date,
    exp: Date,
    lastError: String,
    endedAt: Date,
  },
  { versionKey: false },
)
  .index({ state: 1, nextAt: 1 })
  .index({ queuedAt: -1, _id: -1 })
  .index({ state: 1, queuedAt: -1, _id: -1 })
  .index({ to: 1, queuedAt: -1, _id: -1 })
  .index({ endedAt: 1 }, { expireAfterSeconds: KEPT_S })

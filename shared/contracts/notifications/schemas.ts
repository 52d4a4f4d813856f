import * as v from 'valibot'
import { Email } from '../email.ts'
import { Timestamp } from '../event-fields.ts'
import { Id } from '../ids.ts'
import { pageQuery } from '../page.ts'

export const MessageState = v.picklist(['Queued', 'Sent', 'Failed', 'Dropped'])
export type MessageState = v.InferOutput<typeof MessageState>

/** A mail as staff see it: what was reported to whom, never its text. */
export const MessageResponse = v.strictObject({
  /** What it reports, such as `receipt:<order>`. */
  id: v.string(),
  kind: v.string(),
  /** Absent when nobody has a verified address. */
  to: v.optional(v.string()),
  state: MessageState,
  tries: v.number(),
  queuedAt: Timestamp,
  /** When it was sent, failed or was dropped. */
  endedAt: v.optional(Timestamp),
  lastError: v.optional(v.string()),
  /** Whether it may be sent again. */
  isRepeatable: v.boolean(),
})
export type MessageResponse = v.InferOutput<typeof MessageResponse>

/** Which messages are listed; a text is the recipient's email address or an order's id. */
export const MessagesQuery = v.strictObject({
  ...pageQuery,
  state: v.optional(MessageState),
  q: v.optional(v.union([Id, Email], 'Enter an email address or the id of an order')),
})

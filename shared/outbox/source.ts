import type { Model } from 'mongoose'
import type { OutboxEntry, OutboxFields } from './append.ts'

/** A collection whose documents have an outbox. */
export interface OutboxSource {
  model: Pick<Model<unknown>, 'collection'>
  /** The payload of a one-slot event, from the document as it is now. */
  render?: (document: never) => object
}

/** A stored document with its outbox. */
export type Stored = OutboxFields & { _id: unknown }

/** The text of an event as it is published. */
export function textOf({ render }: OutboxSource, document: unknown, entry: OutboxEntry): string {
  const data = entry.data ?? render?.(document as never)
  return JSON.stringify({ ...data, meta: entry.meta })
}

/** When the oldest pending event was appended, in milliseconds; null when none is pending. */
export async function oldestPending({ model }: OutboxSource): Promise<number | null> {
  const [oldest] = await model.collection
    .aggregate<{ at: string | null }>([
      { $match: { outboxAt: { $exists: true } } },
      { $group: { _id: null, at: { $min: { $min: '$outbox.meta.at' } } } },
    ])
    .toArray()
  return oldest?.at ? Date.parse(oldest.at) : null
}

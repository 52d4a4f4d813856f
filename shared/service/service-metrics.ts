import type { Connection } from 'mongoose'
import { gauge } from '../metrics/index.ts'
import type { OutboxFields, OutboxSource } from '../outbox/index.ts'

/** Gauges of every service: pending events and dead letters. */
export function measureService(db: Connection, outboxes: OutboxSource[]): void {
  gauge('outbox_depth', 'Documents with an event to publish now', ['collection'], async (set) => {
    for (const { model } of outboxes)
      set(
        { collection: model.collection.name },
        await model.collection.countDocuments({ outboxAt: { $lte: new Date() } }),
      )
  })
  gauge(
    'outbox_age_seconds',
    'Age of the oldest unpublished event',
    ['collection'],
    async (set) => {
      for (const { model } of outboxes) {
        const oldest = await model.collection.findOne<OutboxFields>(
          { outboxAt: { $lte: new Date() } },
          { sort: { outboxAt: 1 }, projection: { outboxAt: 1 } },
        )
        set({ collection: model.collection.name }, secondsSince(oldest?.outboxAt))
      }
    },
  )
  gauge('dead_letters', 'Events that could not be handled', [], async (set) => {
    set({}, await db.collection('deadletters').estimatedDocumentCount())
  })
}

/** A gauge of a collection's documents by state. */
export function measureStates(db: Connection, collection: string, field: string): void {
  gauge(`${collection}_by_state`, `Number of ${collection} by state`, ['state'], async (set) => {
    const counts = db
      .collection(collection)
      .aggregate<{ _id: string; count: number }>([
        { $group: { _id: `$${field}`, count: { $sum: 1 } } },
      ])
    for await (const { _id, count } of counts) set({ state: _id }, count)
  })
}

function secondsSince(time: Date | undefined): number {
  return time === undefined ? 0 : (Date.now() - time.getTime()) / 1000
}

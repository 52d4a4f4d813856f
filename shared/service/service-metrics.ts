import type { Connection } from 'mongoose'
import { gauge } from '../metrics/index.ts'
import { oldestPending, type OutboxSource } from '../outbox/index.ts'

/** Gauges of every service: pending events and dead letters. */
export function measureService(db: Connection, outboxes: OutboxSource[]): void {
  gauge('outbox_depth', 'Documents with a pending event', ['collection'], async (set) => {
    for (const { model } of outboxes)
      set(
        { collection: model.collection.name },
        await model.collection.countDocuments({ outboxAt: { $exists: true } }),
      )
  })
  gauge(
    'outbox_age_seconds',
    'Age of the oldest unpublished event',
    ['collection'],
    async (set) => {
      for (const source of outboxes) {
        const oldest = await oldestPending(source)
        const age = oldest === null ? 0 : (Date.now() - oldest) / 1000
        set({ collection: source.model.collection.name }, age)
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

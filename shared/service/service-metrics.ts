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
        set(
          { collection: source.model.collection.name },
          oldest === null ? 0 : secondsSince(oldest),
        )
      }
    },
  )
  gauge('dead_letters', 'Events that could not be handled', [], async (set) => {
    set({}, await db.collection('deadletters').estimatedDocumentCount())
  })
}

export interface Unfinished {
  /** The field with the state and the states that do not last. */
  field: string
  states: readonly string[]
  /** Since when a document is in its state, or waits: with the state, the first fields of an index. */
  since: string
}

/** Gauges of a collection's documents in states that do not last: how many, and how old the oldest is. */
export function measureUnfinished(db: Connection, collection: string, waiting: Unfinished): void {
  const read = () =>
    db
      .collection(collection)
      .aggregate<{ _id: string; count: number; oldest: Date }>(unfinishedPipeline(waiting))
      .toArray()
  gauge(`${collection}_unfinished`, `Unfinished ${collection}`, ['state'], async (set) => {
    const found = new Map((await read()).map(({ _id, count }) => [_id, count]))
    for (const state of waiting.states) set({ state }, found.get(state) ?? 0)
  })
  gauge(
    `${collection}_unfinished_age_seconds`,
    `How long the oldest of the unfinished ${collection} is in its state`,
    ['state'],
    async (set) => {
      const found = new Map((await read()).map(({ _id, oldest }) => [_id, oldest.getTime()]))
      for (const state of waiting.states)
        set({ state }, secondsSince(found.get(state) ?? Date.now()))
    },
  )
}

/** Reads the index only, and of it only what is unfinished: a shop has millions of finished orders. */
function unfinishedPipeline({ field, states, since }: Unfinished) {
  return [
    { $match: { [field]: { $in: [...states] } } },
    { $group: { _id: `$${field}`, count: { $sum: 1 }, oldest: { $min: `$${since}` } } },
  ]
}

const secondsSince = (ms: number) => Math.max(0, Date.now() - ms) / 1000

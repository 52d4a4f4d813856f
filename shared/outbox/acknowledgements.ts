import type { OutboxSource } from './source.ts'

const COLLECT_MS = 5

interface Published {
  documentId: unknown
  eventId: string
}

interface Batch {
  published: Published[]
  written: Promise<unknown>
}

/** Removes published events from their documents; those of a few milliseconds in one command. */
export class Acknowledgements {
  readonly #batches = new Map<OutboxSource, Batch>()

  /** Resolves once the removal is stored. */
  async add(source: OutboxSource, documentId: unknown, eventId: string): Promise<void> {
    const batch = this.#batches.get(source) ?? this.#begin(source)
    batch.published.push({ documentId, eventId })
    await batch.written
  }

  #begin(source: OutboxSource): Batch {
    const published: Published[] = []
    const written = Bun.sleep(COLLECT_MS).then(() => {
      this.#batches.delete(source)
      return source.model.collection.bulkWrite(published.map(removal), { ordered: false })
    })
    const batch = { published, written }
    this.#batches.set(source, batch)
    return batch
  }
}

/** Removes the event, and the time of the poll with the last one. A replaced event of a one-slot outbox is gone already. */
function removal({ documentId, eventId }: Published) {
  const others = { $filter: { input: '$outbox', cond: { $ne: ['$$this.id', eventId] } } }
  const isEmpty = { $eq: [{ $size: '$outbox' }, 0] }
  const update = [
    { $set: { outbox: others } },
    { $set: { outboxAt: { $cond: [isEmpty, '$$REMOVE', '$outboxAt'] } } },
  ]
  return { updateOne: { filter: { _id: documentId as never }, update } }
}

import type { Model } from 'mongoose'
import { Wakeable } from '../async/index.ts'
import type { EventBus } from '../events/index.ts'
import { traced, withContext, type Log } from '../log/index.ts'
import type { OutboxEntry, OutboxFields } from './append.ts'

/** A collection whose documents have an outbox. */
export interface OutboxSource {
  model: Pick<Model<unknown>, 'collection'>
  /** The payload of a one-slot event, from the document as it is now. */
  render?: (document: never) => object
}

export interface RelayOptions {
  sources: OutboxSource[]
  bus: EventBus
  log: Log
  /** Milliseconds until an event is published again; then 10 and 120 times as long. */
  republishMs: number
}

const POLL_MS = 1000
const BATCH = 64
const REPUBLISH_FACTORS = [1, 10, 120]

type Document = OutboxFields & { _id: unknown }

/** Publishes pending events, and republishes them later for a broker that lost its store. */
export class Relay {
  readonly #options: RelayOptions
  readonly #wakeable = new Wakeable()
  #isStopped = false
  #running: Promise<void> = Promise.resolve()

  constructor(options: RelayOptions) {
    this.#options = options
  }

  start(): void {
    this.#running = this.#run()
  }

  /** Publishes what was just committed now, not at the next poll. */
  wake(): void {
    this.#wakeable.wake()
  }

  async stop(): Promise<void> {
    this.#isStopped = true
    this.#wakeable.wake()
    await this.#running
  }

  async #run(): Promise<void> {
    while (!this.#isStopped) {
      const drained = this.#options.sources.map((source) => this.#drain(source))
      for (const result of await Promise.allSettled(drained))
        if (result.status === 'rejected')
          this.#options.log.debug(
            { error: result.reason as unknown },
            'publishing failed; events stay in the outbox',
          )
      if (!this.#isStopped) await this.#wakeable.pause(POLL_MS)
    }
  }

  async #drain(source: OutboxSource): Promise<void> {
    let found = BATCH
    while (found === BATCH && !this.#isStopped) {
      const due = await source.model.collection
        .find<Document>({ outboxAt: { $lte: new Date() } })
        .sort({ outboxAt: 1 })
        .limit(BATCH)
        .toArray()
      await allOrThrow(due.map((document) => this.#publish(source, document)))
      found = due.length
    }
  }

  async #publish({ model, render }: OutboxSource, document: Document): Promise<void> {
    for (const entry of document.outbox) {
      if (entry.nextAt.getTime() > Date.now()) continue
      const data = entry.data ?? render?.(document as never)
      // failpoint: relay.beforePublish
      await this.#send(entry, JSON.stringify({ ...data, meta: entry.meta }))
      // failpoint: relay.afterPublish
      const filter = { _id: document._id as never }
      await model.collection.updateOne(filter, published(entry, this.#options.republishMs))
      // failpoint: relay.afterAck
    }
  }

  #send({ subject, meta }: OutboxEntry, text: string): Promise<void> {
    const { bus, log } = this.#options
    const { correlationId, eventId } = meta
    return withContext({ correlationId, eventId }, () =>
      traced(log, { kind: 'publish', call: subject }, () => bus.publish(subject, text)),
    )
  }
}

/** Waits for all promises, so that one failing document delays no other; then throws the first error. */
async function allOrThrow(work: Promise<void>[]): Promise<void> {
  const failed = (await Promise.allSettled(work)).find((result) => result.status === 'rejected')
  if (failed !== undefined) throw failed.reason
}

/** The update after a publish: schedules the next one, or removes the event after the last. */
function published({ id, n }: OutboxEntry, republishMs: number): object[] {
  const factor = REPUBLISH_FACTORS[n]
  const isIt = { $eq: ['$$this.id', id] }
  const outbox =
    factor === undefined
      ? { $filter: { input: '$outbox', cond: { $not: [isIt] } } }
      : {
          $map: {
            input: '$outbox',
            in: { $cond: [isIt, again(n, factor * republishMs), '$$this'] },
          },
        }
  const isEmpty = { $eq: [{ $size: '$outbox' }, 0] }
  return [
    { $set: { outbox } },
    { $set: { outboxAt: { $cond: [isEmpty, '$$REMOVE', { $min: '$outbox.nextAt' }] } } },
  ]
}

const again = (n: number, ms: number) => ({
  $mergeObjects: ['$$this', { n: n + 1, nextAt: new Date(Date.now() + ms) }],
})

import { Wakeable } from '../async/index.ts'
import type { EventBus } from '../events/index.ts'
import { traced, withContext, type Log } from '../log/index.ts'
import { counter } from '../metrics/index.ts'
import { currentTraceparent } from '../tracing/index.ts'
import { Acknowledgements } from './acknowledgements.ts'
import type { OutboxEntry } from './append.ts'
import { claimDue, release } from './claim.ts'
import { enqueue, type InHand } from './in-hand.ts'
import { textOf, type OutboxSource, type Stored } from './source.ts'

const published = counter('events_published_total', 'Events published for the first time', [
  'subject',
])

/** Publishes events of a document that were just committed; the document is needed for events without a payload. */
export type Publish = (
  model: OutboxSource['model'],
  document: { _id: unknown },
  ...entries: OutboxEntry[]
) => void

export interface RelayOptions {
  sources: OutboxSource[]
  bus: Pick<EventBus, 'publish' | 'isConnected' | 'onConnected'>
  log: Log
}

/** The poll only finds what a crash has left behind. */
const POLL_MS = 2000
const RETRY_MS = 1000
/** A client cannot make a process hold more: the poll publishes what is beyond. */
const MAX_IN_HAND = 1000

/** Publishes each event once: right after the write that appended it, or else found by a poll. */
export class Relay {
  readonly #options: RelayOptions
  readonly #acknowledgements = new Acknowledgements()
  /** What is being published, by document; the events of one document are published in order. */
  readonly #inHand = new Map<string, InHand[]>()
  readonly #working = new Set<Promise<void>>()
  readonly #wakeable = new Wakeable()
  /** After a new connection or a failure, the poll waits for no head start. */
  #isAllDue = true
  #turn = 0
  #isStopped = false
  #running: Promise<void> = Promise.resolve()

  constructor(options: RelayOptions) {
    this.#options = options
  }

  start(): void {
    this.#options.bus.onConnected(() => this.#pollAll())
    this.#running = this.#run()
  }

  readonly publish: Publish = (model, document, ...entries) => {
    const source = this.#options.sources.find((each) => each.model === model)
    const isBusy = this.#inHand.size >= MAX_IN_HAND
    if (source === undefined || isBusy || this.#isStopped || !this.#options.bus.isConnected())
      return
    void this.#take(source, document, entries)
  }

  /** Publishes what is in hand; the poll of another process, or of the next, finds the rest. */
  async stop(): Promise<void> {
    this.#isStopped = true
    this.#wakeable.wake()
    await this.#running
    await Promise.all(this.#working)
  }

  #pollAll(): void {
    this.#isAllDue = true
    this.#wakeable.wake()
  }

  async #run(): Promise<void> {
    while (!this.#isStopped) {
      try {
        if (this.#options.bus.isConnected()) await this.#poll()
      } catch (error) {
        this.#options.log.debug({ error }, 'the poll failed; events stay in the outbox')
      }
      if (!this.#isStopped) await this.#wakeable.pause(this.#isAllDue ? RETRY_MS : POLL_MS)
    }
  }

  /** One collection in turn, or all of them. */
  async #poll(): Promise<void> {
    const { sources } = this.#options
    const isAllDue = this.#isAllDue
    this.#isAllDue = false
    this.#turn = (this.#turn + 1) % sources.length
    for (const source of isAllDue ? sources : sources.slice(this.#turn, this.#turn + 1)) {
      const isFree = (document: Stored) => !this.#inHand.has(keyOf(source, document))
      for await (const documents of claimDue(source, isAllDue, isFree)) {
        await Promise.all(documents.map((each) => this.#take(source, each, each.outbox)))
        // Publishing fails, or has begun anew.
        if (this.#isAllDue) return release(source, documents)
      }
    }
  }

  /** Queues events behind those of the same document that are in hand. */
  async #take(
    source: OutboxSource,
    document: { _id: unknown },
    entries: OutboxEntry[],
  ): Promise<void> {
    const key = keyOf(source, document)
    const added = entries.map((entry) => ({ document, entry }))
    const queue = this.#inHand.get(key)
    if (queue !== undefined) return enqueue(queue, added)
    this.#inHand.set(key, added)
    const work = this.#publishAll(source, key, added)
    this.#working.add(work)
    await work
    this.#working.delete(work)
  }

  async #publishAll(source: OutboxSource, key: string, queue: InHand[]): Promise<void> {
    try {
      for (let next = queue[0]; next !== undefined; next = queue[0]) {
        await this.#publishOne(source, next)
        queue.shift()
      }
    } catch (error) {
      this.#options.log.debug({ error }, 'publishing failed; the event stays in the outbox')
      this.#isAllDue = true
    } finally {
      // Not a moment later: a queue that nobody works on must not take an event.
      this.#inHand.delete(key)
    }
  }

  async #publishOne(source: OutboxSource, { document, entry }: InHand): Promise<void> {
    // failpoint: relay.beforePublish
    await this.#send(source, document, entry)
    // failpoint: relay.afterPublish
    published.inc({ subject: entry.subject })
    await this.#acknowledgements.add(source, idOf(document), entry.id)
    // failpoint: relay.afterAck
  }

  #send(source: OutboxSource, document: unknown, entry: OutboxEntry): Promise<void> {
    const { bus, log } = this.#options
    const { subject, meta } = entry
    const { correlationId, eventId, traceparent } = meta
    return withContext({ correlationId, eventId }, () =>
      traced(log, { kind: 'publish', call: subject, traceparent }, () =>
        bus.publish(subject, textOf(source, document, withCurrentSpan(entry)), eventId),
      ),
    )
  }
}

/** The entry as it is published: consumers follow the span that publishes it. */
function withCurrentSpan(entry: OutboxEntry): OutboxEntry {
  const traceparent = currentTraceparent()
  return traceparent === undefined ? entry : { ...entry, meta: { ...entry.meta, traceparent } }
}

const idOf = (document: unknown) => (document as { _id: unknown })._id

const keyOf = ({ model }: OutboxSource, { _id }: { _id: unknown }) =>
  `${model.collection.name}/${String(_id)}`

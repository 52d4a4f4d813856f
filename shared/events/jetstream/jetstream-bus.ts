import {
  JetStreamApiCodes,
  JetStreamApiError,
  type JetStreamPublishOptions,
} from '@nats-io/jetstream'
import { createLimit } from '../../async/index.ts'
import type { Broker, BrokerConnection, EventBus, HandleDelivery, Message } from '../event-bus.ts'
import { within } from '../within.ts'
import { consume } from './consume.ts'
import type { Session } from './session.ts'
import { Sessions, type SessionOptions } from './sessions.ts'
import { openTail } from './tail.ts'

export interface JetStreamOptions extends SessionOptions {
  /** Seconds until an unacknowledged message is redelivered. */
  ackWaitS: number
}

const MAX_PUBLISHING = 64
const PUBLISH_TIMEOUT_MS = 5000
const DRAIN_TIMEOUT_MS = 11_000

/** The bus on NATS JetStream; recovers from lost connections, and from a stream that was lost. */
export class JetStreamBus implements EventBus, Broker {
  readonly name = 'jetstream'
  readonly brokers = [this]
  readonly #options: JetStreamOptions
  readonly #sessions: Sessions
  readonly #working = new Set<Promise<void>>()
  readonly #limit = createLimit(MAX_PUBLISHING)
  readonly #consuming = new AbortController()

  constructor(options: JetStreamOptions) {
    this.#options = options
    this.#sessions = new Sessions(options)
  }

  isConnected(): boolean {
    return this.#sessions.current !== null
  }

  publish(subject: string, text: string, id?: string): Promise<void> {
    const options = id === undefined ? {} : { msgID: id }
    return this.#publish(() => this.#sessions.current, subject, text, options)
  }

  onConnected(listener: (connection: BrokerConnection) => void): void {
    this.#sessions.onOpen((session) => listener(this.#connectionOn(session)))
  }

  subscribe(subject: string, group: string, handle: HandleDelivery): void {
    const { ackWaitS, log } = this.#options
    const consumer = { subject, group, ackWaitS, handle, log }
    this.#sessions.onOpen((session) =>
      consume(session, consumer, this.#working, this.#endOf(session)),
    )
  }

  tail(subject: string, sinceMs: number, handle: (text: string) => void): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>()
    const options = { subject, sinceMs, handle, caughtUp: resolve, log: this.#options.log }
    this.#sessions.onOpen((session) => openTail(session, options, this.#endOf(session)))
    return promise
  }

  async stopConsuming(): Promise<void> {
    this.#consuming.abort()
    await within(DRAIN_TIMEOUT_MS, [...this.#working])
  }

  async close(): Promise<void> {
    await this.#sessions.close()
  }

  /** When what is consumed on a session ends. */
  #endOf({ signal }: Session): AbortSignal {
    return AbortSignal.any([signal, this.#consuming.signal])
  }

  #connectionOn(session: Session): BrokerConnection {
    return {
      publish: (subject, text, previous) => {
        const expect = { lastSubjectSequence: previous?.sequence ?? 0 }
        const options = previous === undefined ? {} : { expect }
        return this.#publish(() => session, subject, text, options)
      },
      newest: (subjects) => this.#newest(session, subjects),
    }
  }

  async #publish(
    on: () => Session | null,
    subject: string,
    text: string,
    options: Partial<JetStreamPublishOptions>,
  ) {
    await this.#limit(async () => {
      const session = on()
      if (session === null || session !== this.#sessions.current)
        throw new Error('the broker is not connected')
      const { jetstream, names } = session
      try {
        await jetstream.publish(names.subject(subject), text, {
          timeout: PUBLISH_TIMEOUT_MS,
          ...options,
        })
      } catch (error) {
        // A stream that does not respond may be another one when it does, and respond on another server only.
        if (!(error instanceof JetStreamApiError)) session.leave(error)
        else if (error.code !== JetStreamApiCodes.StreamWrongLastSequence) session.lose(error)
        throw new Error('not stored', { cause: error })
      }
    })
  }

  async #newest(session: Session, subjects: readonly string[]): Promise<(Message | null)[]> {
    if (session !== this.#sessions.current) throw new Error('the broker connection was lost')
    const { manager, names, store, readStore } = session
    const found = await Promise.all(
      subjects.map(async (subject) => {
        const last = { last_by_subj: names.subject(subject) }
        const message = await manager.streams.getMessage(names.stream, last)
        return message && { text: message.string(), sequence: message.seq }
      }),
    )
    // Asked last: what was read before is of the same store.
    if ((await readStore()) === store) return found
    session.lose('another leader')
    throw new Error('the stream has another leader')
  }
}

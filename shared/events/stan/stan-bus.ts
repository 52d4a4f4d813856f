import type { Stan, Subscription } from 'node-nats-streaming'
import { createLimit } from '../../async/index.ts'
import type { Log } from '../../log/index.ts'
import type { Broker, BrokerConnection, EventBus, HandleDelivery } from '../event-bus.ts'
import { within } from '../within.ts'
import { closed, createClient, discard, publishOn } from './client.ts'
import { consume } from './consume.ts'
import { newestMessages } from './newest-message.ts'
import { openTail } from './tail-subscription.ts'

export interface StanOptions {
  url: string
  clusterId: string
  /** Stable per replica, so that the broker recognizes a restarted one and redelivers its messages at once. */
  clientId: string
  /** Seconds until an unacknowledged message is redelivered; whole seconds only. */
  ackWaitS: number
  /** Prefix of every subject: keeps parallel tests apart, empty in production. */
  prefix: string
  log: Log
}

type Open = (stan: Stan) => Subscription

const MAX_PUBLISHING = 64
const CLOSE_TIMEOUT_MS = 3000
const DRAIN_TIMEOUT_MS = 11_000
const BACK_OFF_MS = [250, 500, 1000, 2000, 5000]

/** The bus on NATS Streaming; recovers from lost connections and from a broker that lost its store. */
export class StanBus implements EventBus, Broker {
  readonly name = 'stan'
  readonly brokers = [this]
  readonly #options: StanOptions
  /** Subscriptions to open on every new connection. */
  readonly #openers: Open[] = []
  readonly #connectionListeners: ((connection: BrokerConnection) => void)[] = []
  readonly #working = new Set<Promise<void>>()
  readonly #limit = createLimit(MAX_PUBLISHING)
  #stan: Stan | null = null
  #subscriptions: Subscription[] = []
  #isConnected = false
  #isConsuming = true
  #isClosing = false
  #failures = 0

  constructor(options: StanOptions) {
    this.#options = options
    this.#connect()
  }

  isConnected(): boolean {
    return this.#isConnected
  }

  publish(subject: string, text: string): Promise<void> {
    return this.#publish(subject, text, () => this.#stan)
  }

  onConnected(listener: (connection: BrokerConnection) => void): void {
    this.#connectionListeners.push(listener)
    if (this.#stan !== null && this.#isConnected) listener(this.#connectionOf(this.#stan))
  }

  subscribe(subject: string, group: string, handle: HandleDelivery): void {
    const { prefix, ackWaitS, log } = this.#options
    const isOpen = () => this.#isConsuming
    const consumer = { subject: prefix + subject, group, ackWaitS, handle, isOpen, log }
    this.#keepOpen((stan) => consume(stan, consumer, this.#working))
  }

  tail(subject: string, sinceMs: number, handle: (text: string) => void): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>()
    const tail = { subject: this.#options.prefix + subject, sinceMs, handle }
    this.#keepOpen((stan) =>
      openTail(stan, tail, {
        isCurrent: () => this.#stan === stan,
        caughtUp: resolve,
        failed: (why) => this.#rebuild(stan, why),
      }),
    )
    return promise
  }

  async stopConsuming(): Promise<void> {
    this.#isConsuming = false
    if (this.#isConnected) await within(CLOSE_TIMEOUT_MS, this.#subscriptions.map(closed))
    await within(DRAIN_TIMEOUT_MS, [...this.#working])
  }

  async close(): Promise<void> {
    this.#isClosing = true
    const stan = this.#stan
    if (stan === null) return
    if (!this.#isConnected) return discard(stan)
    this.#isConnected = false
    const left = new Promise((resolve) => stan.once('close', resolve))
    stan.close()
    await within(CLOSE_TIMEOUT_MS, [left])
  }

  #publish(subject: string, text: string, on: () => Stan | null): Promise<void> {
    return this.#limit(async () => {
      const stan = on()
      if (stan === null || stan !== this.#stan || !this.#isConnected)
        throw new Error('the broker is not connected')
      await publishOn(stan, this.#options.prefix + subject, text)
    })
  }

  #connectionOf(stan: Stan): BrokerConnection {
    return {
      publish: (subject, text) => this.#publish(subject, text, () => stan),
      newest: (subjects) => {
        const channels = subjects.map((subject) => this.#options.prefix + subject)
        return newestMessages(stan, channels, () => this.#stan === stan)
      },
    }
  }

  #connect(): void {
    const { log } = this.#options
    const stan = createClient(this.#options, MAX_PUBLISHING)
    this.#stan = stan
    stan.on('connect', () => {
      this.#failures = 0
      this.#isConnected = true
      log.info('connected to the broker')
      for (const open of this.#openers) this.#open(stan, open)
      for (const listener of this.#connectionListeners) listener(this.#connectionOf(stan))
    })
    // The library would reconnect by itself, but a killed broker may have forgotten its newest subscriptions:
    // they are opened again after every lost connection.
    for (const loss of ['disconnect', 'connection_lost', 'close'])
      stan.on(loss, (why: unknown) => this.#rebuild(stan, why))
    stan.on('error', (error) => {
      log.warn({ reason: String(error) }, 'broker error')
      if (!this.#isConnected) this.#rebuild(stan, error)
    })
  }

  #rebuild(stan: Stan, why: unknown): void {
    if (this.#isClosing || this.#stan !== stan) return
    this.#stan = null
    this.#isConnected = false
    this.#subscriptions = []
    discard(stan)
    const wait = BACK_OFF_MS[Math.min(this.#failures, BACK_OFF_MS.length - 1)]
    this.#failures += 1
    this.#options.log.warn({ reason: String(why), wait }, 'broker connection lost; reconnecting')
    setTimeout(() => {
      if (!this.#isClosing && this.#stan === null) this.#connect()
    }, wait)
  }

  #keepOpen(open: Open): void {
    this.#openers.push(open)
    if (this.#stan !== null && this.#isConnected) this.#open(this.#stan, open)
  }

  #open(stan: Stan, open: Open): void {
    const subscription = open(stan)
    this.#subscriptions.push(subscription)
    for (const failure of ['error', 'timeout'])
      subscription.on(failure, (why: unknown) => this.#rebuild(stan, why))
  }
}

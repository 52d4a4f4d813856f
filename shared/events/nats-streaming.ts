import { connect, type Message, type Stan, type Subscription } from 'node-nats-streaming'
import { createLimit } from '../async/index.ts'
import type { Log } from '../log/index.ts'
import type { Delivery, EventBus } from './event-bus.ts'
import {
  publishOn,
  closed,
  discard,
  redeliveriesOf,
  subscribeDurably,
  within,
} from './stan-client.ts'

export interface NatsOptions {
  url: string
  clusterId: string
  /** Stable for each replica: the broker then knows a restarted one at once and redelivers what it left. */
  clientId: string
  /** Seconds until an unacknowledged message is delivered again; the broker takes whole seconds only. */
  ackWaitS: number
  /** Put before every subject, so that tests beside each other do not meet; empty in production. */
  prefix: string
  log: Log
}

type Handle = (delivery: Delivery) => Promise<void>
type Consumer = { subject: string; group: string; handle: Handle }

const MAX_PUBLISHING = 64
const ACK_TIMEOUT_MS = 5000
const CLOSE_TIMEOUT_MS = 3000
const DRAIN_TIMEOUT_MS = 11_000
const BACK_OFF_MS = [250, 500, 1000, 2000, 5000]

/** The bus on NATS Streaming: heals itself after a lost connection or a broker with an empty store. */
export class NatsStreamingBus implements EventBus {
  readonly #options: NatsOptions
  readonly #consumers: Consumer[] = []
  readonly #handling = new Set<Promise<void>>()
  readonly #limit = createLimit(MAX_PUBLISHING)
  #stan: Stan | null = null
  #subscriptions: Subscription[] = []
  #isConnected = false
  #isConsuming = true
  #isClosing = false
  #failures = 0

  constructor(options: NatsOptions) {
    this.#options = options
    this.#connect()
  }

  isConnected(): boolean {
    return this.#isConnected
  }

  publish(subject: string, text: string): Promise<void> {
    return this.#limit(async () => {
      const stan = this.#stan
      if (stan === null || !this.#isConnected) throw new Error('the broker is not connected')
      await publishOn(stan, this.#options.prefix + subject, text)
    })
  }

  subscribe(subject: string, group: string, handle: Handle): void {
    const consumer = { subject, group, handle }
    this.#consumers.push(consumer)
    if (this.#stan !== null && this.#isConnected) this.#open(this.#stan, consumer)
  }

  async stopConsuming(): Promise<void> {
    this.#isConsuming = false
    if (this.#isConnected) await within(CLOSE_TIMEOUT_MS, this.#subscriptions.map(closed))
    await within(DRAIN_TIMEOUT_MS, [...this.#handling])
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

  #connect(): void {
    const { url, clusterId, clientId, log } = this.#options
    const stan = connect(clusterId, clientId, {
      url,
      ackTimeout: ACK_TIMEOUT_MS,
      maxPubAcksInflight: MAX_PUBLISHING * 2,
      maxReconnectAttempts: -1,
      reconnectTimeWait: BACK_OFF_MS[0],
      waitOnFirstConnect: true,
    } as Parameters<typeof connect>[2])
    this.#stan = stan
    stan.on('connect', () => {
      this.#failures = 0
      this.#isConnected = true
      log.info('connected to the broker')
      for (const consumer of this.#consumers) this.#open(stan, consumer)
    })
    // The library would reconnect by itself, but a broker that was killed may have forgotten its newest
    // subscriptions: they are made anew after every lost connection.
    for (const loss of ['disconnect', 'connection_lost', 'close'])
      stan.on(loss, (why: unknown) => this.#rebuild(stan, why))
    stan.on('error', (error) => {
      log.warn({ reason: String(error) }, 'the broker reports an error')
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
    this.#options.log.warn({ reason: String(why), wait }, 'the broker is away, connecting anew')
    setTimeout(() => {
      if (!this.#isClosing && this.#stan === null) this.#connect()
    }, wait)
  }

  #open(stan: Stan, consumer: Consumer): void {
    const { ackWaitS, prefix } = this.#options
    const subscription = subscribeDurably(stan, prefix + consumer.subject, consumer.group, ackWaitS)
    this.#subscriptions.push(subscription)
    for (const failure of ['error', 'timeout'])
      subscription.on(failure, (error: unknown) => this.#rebuild(stan, error))
    // A message may overtake the reply that names the inbox for acks; it comes again after the ack wait.
    let isReady = false
    subscription.on('ready', () => (isReady = true))
    subscription.on('message', (message: Message) => {
      if (!isReady || !this.#isConsuming) return
      const work = this.#deliver(message, consumer).finally(() => this.#handling.delete(work))
      this.#handling.add(work)
    })
  }

  async #deliver(message: Message, { handle, subject }: Consumer): Promise<void> {
    try {
      await handle({ text: String(message.getData()), redeliveries: redeliveriesOf(message) })
      message.ack()
    } catch (error) {
      this.#options.log.debug({ error, subject }, 'not acknowledged, comes again')
    }
  }
}

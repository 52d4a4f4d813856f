import type { Connection } from 'mongoose'
import type { ServiceName } from '../contracts/index.ts'
import type { EventBus } from '../events/index.ts'
import type { Log } from '../log/index.ts'
import {
  BrokerCheck,
  Marks,
  Relay,
  type OutboxSource,
  type PastEvent,
  type Publish,
} from '../outbox/index.ts'
import type { ServiceConfig } from './config.ts'

/** What a service publishes. */
export interface Published {
  outboxes: OutboxSource[]
  /** For a broker that lost its store: the events of documents that published since then, or are unfinished. */
  eventsSince?: (since: Date) => AsyncIterable<PastEvent>
}

interface Servers {
  config: ServiceConfig
  db: Connection
  bus: EventBus
  log: Log
}

/** Publishes the events of a service: once, and again when the broker has lost them. */
export class Publishing {
  readonly #service: ServiceName
  readonly #servers: Servers
  #relay: Relay | undefined
  #checks: BrokerCheck[] = []

  constructor(service: ServiceName, servers: Servers) {
    this.#service = service
    this.#servers = servers
  }

  readonly publish: Publish = (...committed) => this.#relay?.publish(...committed)

  start({ outboxes: sources, eventsSince }: Published): void {
    if (eventsSince === undefined) return
    const { config, db, bus, log } = this.#servers
    const everyMs = config.BROKER_CHECK_MS
    const service = this.#service
    this.#relay = new Relay({ sources, bus, log })
    this.#checks = bus.brokers.map((broker) => {
      const marks = new Marks(db, config.NATS_CLIENT_ID, broker.name)
      return new BrokerCheck({ service, everyMs, sources, eventsSince, marks, broker, log })
    })
    this.#relay.start()
    for (const check of this.#checks) check.start()
  }

  async stop(): Promise<void> {
    await Promise.all(this.#checks.map((check) => check.stop()))
    await this.#relay?.stop()
  }
}

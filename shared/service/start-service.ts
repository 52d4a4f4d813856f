import type { Hono, Schema } from 'hono'
import type { Connection } from 'mongoose'
import { TOKEN_LIFE_S, createRevocations, createSessions, type Sessions } from '../auth/index.ts'
import type { Session, ServiceName } from '../contracts/index.ts'
import { createDatabase, isDatabaseOutage, isDatabaseUp, openDatabase } from '../db/index.ts'
import {
  NatsStreamingBus,
  subscribe,
  tailEvents,
  type DeadLetter,
  type EventBus,
  type Listener,
} from '../events/index.ts'
import { createApp, limitWrites, type AppEnv } from '../http/index.ts'
import { createLog, type Log } from '../log/index.ts'
import {
  BrokerCheck,
  Marks,
  Relay,
  type OutboxSource,
  type PastEvent,
  type Publish,
} from '../outbox/index.ts'
import type { ServiceConfig } from './config.ts'
import { measureService } from './service-metrics.ts'
import { Sweeping, type Sweeper } from './sweeping.ts'

/** What a service is built on. */
interface Foundation<C extends ServiceConfig> {
  config: C
  log: Log
  /** The service's own database; models are bound to it before it is open. */
  db: Connection
  sessions: Sessions
  /** Publishes the events of a write that has just been committed. */
  publish: Publish
}

/** What a service consists of. */
interface ServiceParts {
  routes: Hono<AppEnv, Schema, string>
  listeners: Listener[]
  outboxes: OutboxSource[]
  /** For a broker that lost its store: the events of documents that published since then, or are unfinished. */
  eventsSince?: (since: Date) => AsyncIterable<PastEvent>
  sweepers: Sweeper[]
  /** Closes long-lived responses, so that the process can stop. */
  drain?: () => void
  /** Errors, besides the database's, that mean a server is unavailable. */
  isOutage?: (error: unknown) => boolean
}

export type CreateService<C extends ServiceConfig> = (foundation: Foundation<C>) => ServiceParts

/** Starts a service on its real servers, without a port. */
export function startService<C extends ServiceConfig>(
  name: ServiceName,
  config: C,
  create: CreateService<C>,
) {
  const log = createLog(name, config.LOG_LEVEL)
  const db = createDatabase()
  const bus = connectBus(config, log)
  const revocations = createRevocations()
  const sessions = readSessions(config, revocations.isRevoked)
  let relay: Relay | undefined
  const parts = create({
    config,
    log,
    db,
    sessions,
    publish: (...committed) => relay?.publish(...committed),
  })
  const isOutage = (error: unknown) => isDatabaseOutage(error) || parts.isOutage?.(error) === true
  relay = new Relay({ sources: parts.outboxes, bus, log })
  const brokerCheck = checkOf(name, parts, { bus, db, config, log })
  measureService(db, parts.outboxes)
  const sweeping = new Sweeping(parts.sweepers, config.SWEEP_MS, log)
  // No token lives longer, so older revocations no longer matter.
  const recent = { sinceMs: TOKEN_LIFE_S * 1000, log }
  const revocationsKnown = tailEvents(bus, 'session:revoked', revocations.add, recent)
  const readiness = createReadiness(db, bus, revocationsKnown)
  const { missing } = readiness
  const app = createApp({ log, publicOrigins: config.PUBLIC_ORIGINS, isOutage, missing })
  app
    .use(sessions.holdUntil(revocationsKnown))
    .use(sessions.middleware)
    .use(limitWrites(config.LIMIT_SCALE))
    .route('/', parts.routes)

  async function start(): Promise<void> {
    await openDatabase(db, config.MONGO_URL, log)
    relay?.start()
    brokerCheck?.start()
    const options = { group: name, storeDeadLetter: deadLetterStore(db), isOutage, log }
    for (const listener of parts.listeners) subscribe(bus, listener, options)
    sweeping.start()
  }

  function drain(): void {
    readiness.drain()
    parts.drain?.()
  }

  /** Stops in the order that loses nothing: responses, sweepers, listeners, outbox, broker, database. */
  async function stop(): Promise<void> {
    drain()
    await sweeping.stop()
    await bus.stopConsuming()
    await brokerCheck?.stop()
    await relay?.stop()
    await bus.close()
    await db.close()
  }

  return { app, db, log, drain, started: start(), stop }
}

function checkOf(
  name: ServiceName,
  { outboxes: sources, eventsSince }: ServiceParts,
  { bus, db, config, log }: { bus: EventBus; db: Connection; config: ServiceConfig; log: Log },
): BrokerCheck | null {
  if (eventsSince === undefined) return null
  const marks = new Marks(db, config.NATS_CLIENT_ID)
  return new BrokerCheck({
    service: name,
    everyMs: config.BROKER_CHECK_MS,
    sources,
    eventsSince,
    marks,
    bus,
    log,
  })
}

function readSessions(config: ServiceConfig, isRevoked: (session: Session) => boolean): Sessions {
  return createSessions({
    publicKey: config.JWT_PUBLIC_KEY,
    previousPublicKey: config.JWT_PUBLIC_KEY_PREVIOUS,
    secure: isHttps(config.PUBLIC_ORIGINS),
    isRevoked,
  })
}

function connectBus(config: ServiceConfig, log: Log): EventBus {
  return new NatsStreamingBus({
    url: config.NATS_URL,
    clusterId: config.NATS_CLUSTER_ID,
    clientId: config.NATS_CLIENT_ID,
    ackWaitS: config.ACK_WAIT_S,
    prefix: config.SUBJECT_PREFIX,
    log,
  })
}

function createReadiness(db: Connection, bus: EventBus, revocationsKnown: Promise<void>) {
  let isDraining = false
  let hasConnected = false
  let hasRevocations = false
  void revocationsKnown.then(() => (hasRevocations = true))
  return {
    drain(this: void): void {
      isDraining = true
    },
    async missing(this: void): Promise<string[]> {
      if (isDraining) return ['draining']
      // A broker that is lost later does not matter for requests: events wait in the outbox.
      hasConnected ||= bus.isConnected()
      return [
        ...((await isDatabaseUp(db)) ? [] : ['database']),
        ...(hasConnected ? [] : ['broker']),
        ...(hasRevocations ? [] : ['revocations']),
      ]
    },
  }
}

function deadLetterStore(db: Connection) {
  return async (letter: DeadLetter): Promise<void> => {
    await db.collection('deadletters').insertOne(letter)
  }
}

const isHttps = (origins: string[]) => origins.some((origin) => origin.startsWith('https:'))

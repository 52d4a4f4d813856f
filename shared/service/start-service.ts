import type { Hono } from 'hono'
import type { Connection } from 'mongoose'
import { TOKEN_LIFE_S, createRevocations, createSessions, type Sessions } from '../auth/index.ts'
import type { Session } from '../contracts/index.ts'
import { createDatabase, isDatabaseOutage, isDatabaseUp, openDatabase } from '../db/index.ts'
import {
  NatsStreamingBus,
  hearAll,
  subscribe,
  type DeadLetter,
  type EventBus,
  type Listener,
} from '../events/index.ts'
import { createApp, limitWrites, type AppEnv } from '../http/index.ts'
import { createLog, type Log } from '../log/index.ts'
import { Relay, type OutboxSource } from '../outbox/index.ts'
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
  /** Says that an event was committed, so that the relay publishes it now. */
  wake: () => void
}

/** What a service consists of. */
interface ServiceParts {
  // oxlint-disable-next-line typescript/no-explicit-any -- the types of the routes matter to their clients only
  routes: Hono<AppEnv, any, string>
  listeners: Listener[]
  outboxes: OutboxSource[]
  sweepers: Sweeper[]
  /** Ends replies that would go on, so that the process may stop. */
  drain?: () => void
  /** Errors, beside the database's, that say that a server is away. */
  isOutage?: (error: unknown) => boolean
}

export type CreateService<C extends ServiceConfig> = (foundation: Foundation<C>) => ServiceParts

/** Builds a service on its real servers and starts all of it but the port. */
export function startService<C extends ServiceConfig>(
  name: string,
  config: C,
  create: CreateService<C>,
) {
  const log = createLog(name, config.LOG_LEVEL)
  const db = createDatabase()
  const bus = connectBus(config, log)
  const revocations = createRevocations()
  const sessions = readSessions(config, revocations.isRevoked)
  let relay: Relay | undefined
  const parts = create({ config, log, db, sessions, wake: () => relay?.wake() })
  const isOutage = (error: unknown) => isDatabaseOutage(error) || parts.isOutage?.(error) === true
  relay = new Relay({ sources: parts.outboxes, bus, log, reannounceMs: config.REANNOUNCE_MS })
  measureService(db, parts.outboxes)
  const sweeping = new Sweeping(parts.sweepers, config.SWEEP_MS, log)
  // No token lives longer, so older revocations have nothing left to refuse.
  const past = { sinceMs: TOKEN_LIFE_S * 1000, log }
  const heard = hearAll(bus, 'session:revoked', revocations.add, past)
  const readiness = createReadiness(db, bus, heard)
  const { missing } = readiness
  const app = createApp({ log, publicOrigins: config.PUBLIC_ORIGINS, isOutage, missing })
  app
    .use(sessions.holdUntil(heard))
    .use(sessions.middleware)
    .use(limitWrites(config.LIMIT_SCALE))
    .route('/', parts.routes)

  async function start(): Promise<void> {
    await openDatabase(db, config.MONGO_URL, log)
    relay?.start()
    const options = { group: name, park: parkingIn(db), isOutage, log }
    for (const listener of parts.listeners) subscribe(bus, listener, options)
    sweeping.start()
  }

  function drain(): void {
    readiness.drain()
    parts.drain?.()
  }

  /** Ends the work in the order that loses nothing: replies, sweeps, events, outbox, broker, database. */
  async function stop(): Promise<void> {
    drain()
    await sweeping.stop()
    await bus.stopConsuming()
    await relay?.stop()
    await bus.close()
    await db.close()
  }

  return { app, db, log, drain, started: start(), stop }
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

function createReadiness(db: Connection, bus: EventBus, heardRevocations: Promise<void>) {
  let isDraining = false
  let hasConnected = false
  let hasRevocations = false
  void heardRevocations.then(() => (hasRevocations = true))
  return {
    drain(this: void): void {
      isDraining = true
    },
    async missing(this: void): Promise<string[]> {
      if (isDraining) return ['draining']
      // Losing the broker later is no reason to get no requests: the outbox waits for it.
      hasConnected ||= bus.isConnected()
      return [
        ...((await isDatabaseUp(db)) ? [] : ['database']),
        ...(hasConnected ? [] : ['broker']),
        ...(hasRevocations ? [] : ['revocations']),
      ]
    },
  }
}

function parkingIn(db: Connection) {
  return async (letter: DeadLetter): Promise<void> => {
    await db.collection('deadletters').insertOne(letter)
  }
}

const isHttps = (origins: string[]) => origins.some((origin) => origin.startsWith('https:'))

import type { Hono, Schema } from 'hono'
import type { Connection } from 'mongoose'
import { TOKEN_LIFE_S, createRevocations, createSessions, type Sessions } from '../auth/index.ts'
import { API_PATHS, type ServiceName, type Session } from '../contracts/index.ts'
import { createDatabase, isDatabaseOutage, openDatabase } from '../db/index.ts'
import { createBus, subscribe, tailEvents, type Listener } from '../events/index.ts'
import { createApp, limitWrites, type AppEnv } from '../http/index.ts'
import { createLog, type Log } from '../log/index.ts'
import type { Publish } from '../outbox/index.ts'
import type { ServiceConfig } from './config.ts'
import { deadLetterRoutes } from './dead-letter-routes.ts'
import { DeadLetters } from './dead-letters.ts'
import { Publishing, type Published } from './publishing.ts'
import { createReadiness } from './readiness.ts'
import { measureService } from './service-metrics.ts'
import { Sweeping, type Sweeper } from './sweeping.ts'

// No token lives longer, so older revocations no longer matter.
const REVOCATION_LIFE_MS = TOKEN_LIFE_S * 1000

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
interface ServiceParts extends Published {
  routes: Hono<AppEnv, Schema, string>
  listeners: Listener[]
  sweepers: Sweeper[]
  /** Closes long-lived responses, so that the process can stop. */
  drain?: () => void
  /** Ends what runs in the background, after the last event was handled. */
  stop?: () => Promise<void>
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
  const bus = createBus(config, log)
  const revocations = createRevocations()
  const sessions = readSessions(config, revocations.isRevoked)
  const publishing = new Publishing(name, { config, db, bus, log })
  const parts = create({ config, log, db, sessions, publish: publishing.publish })
  const isOutage = (error: unknown) => isDatabaseOutage(error) || parts.isOutage?.(error) === true
  measureService(db, parts.outboxes)
  const letters = new DeadLetters(db, parts.listeners)
  const sweeping = new Sweeping(parts.sweepers, { config, db, log })
  const recent = { sinceMs: REVOCATION_LIFE_MS, log }
  const revocationsKnown = tailEvents(bus, 'session:revoked', revocations.add, recent)
  const { missing, ...readiness } = createReadiness(db, bus, revocationsKnown)
  const app = createApp({ log, publicOrigins: config.PUBLIC_ORIGINS, isOutage, missing })
  app
    .use(sessions.holdUntil(revocationsKnown))
    .use(sessions.middleware)
    .use(limitWrites(config.LIMIT_SCALE))
    .route('/', deadLetterRoutes(API_PATHS[name], { letters, isOutage, log }))
    .route('/', parts.routes)

  async function start(): Promise<void> {
    await openDatabase(db, config.MONGO_URL, log)
    publishing.start(parts)
    const options = { group: name, storeDeadLetter: letters.store, isOutage, log }
    for (const listener of parts.listeners) subscribe(bus, listener, options)
    sweeping.start()
  }

  function drain(): void {
    readiness.drain()
    parts.drain?.()
  }

  /** Stops in the order that loses nothing: responses, sweepers, listeners, background, outbox, broker, database. */
  async function stop(): Promise<void> {
    drain()
    await sweeping.stop()
    await bus.stopConsuming()
    await parts.stop?.()
    await publishing.stop()
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

const isHttps = (origins: string[]) => origins.some((origin) => origin.startsWith('https:'))

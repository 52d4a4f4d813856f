import type { Hono } from 'hono'
import { publicKeyFor } from '../auth/index.ts'
import type { PayloadOf, ServiceName, Subject } from '../contracts/index.ts'
import { createBus, type EventBus } from '../events/index.ts'
import { createLog } from '../log/index.ts'
import { event } from '../outbox/append.ts'
import { startService, type CreateService, type ServiceConfig } from '../service/index.ts'
import { busSettings } from './bus-settings.ts'
import { testClient } from './client.ts'
import { readStack } from './stack-file.ts'

const LINK_KEYS = { ACCOUNT_LINK_KEY: 'account'.repeat(5), ORDER_LINK_KEY: 'order'.repeat(7) }
type LinkKeys = keyof typeof LINK_KEYS

/** Starts a service on the stack's servers, by default with its own database and subjects, and without a port. */
export async function startTestService<C extends ServiceConfig>(
  name: ServiceName,
  create: CreateService<C>,
  extra: Omit<C, keyof ServiceConfig | 'JWT_PRIVATE_KEY' | LinkKeys> & Partial<ServiceConfig>,
) {
  const stack = await readStack()
  const run = crypto.randomUUID().slice(0, 8)
  const config = {
    HOST: '127.0.0.1',
    PORT: 0,
    MONGO_URL: testDatabaseUrl(stack.mongo.admin, `test_${name}_${run}`),
    ...busSettings(stack),
    NATS_CLIENT_ID: `test-${name}-${run}`,
    SUBJECT_PREFIX: `test-${run}.`,
    JWT_PUBLIC_KEY: publicKeyFor(stack.jwtKey),
    JWT_PRIVATE_KEY: stack.jwtKey,
    ...LINK_KEYS,
    PUBLIC_ORIGINS: [stack.url],
    LOG_LEVEL: 'error',
    BROKER_CHECK_MS: 2000,
    SWEEP_MS: 500,
    ACK_WAIT_S: 2,
    LIMIT_SCALE: 1000,
    ...extra,
  } as unknown as C
  const service = startService(name, config, create)
  const probe = createBus(
    {
      ...busSettings(stack),
      NATS_CLIENT_ID: `probe-${name}-${run}`,
      SUBJECT_PREFIX: config.SUBJECT_PREFIX,
    },
    createLog('probe', 'error'),
  )
  await service.started
  await connected(probe)
  // With another broker, the test decides when the service is ready.
  if (extra.NATS_URL === undefined && extra.JETSTREAM_URL === undefined) await ready(service.app)

  return {
    config,
    /** The private key for sessions of any user. */
    jwtKey: stack.jwtKey,
    db: service.db,
    /** The app's fetch handler, for tests that need a port. */
    fetch: service.app.fetch,
    /** Ends open streams, as a process does that stops. */
    drain: service.drain,

    call: testClient(service.app, stack.jwtKey),

    /** The text of the readiness probe. */
    readiness: async () => (await service.app.request('/readyz')).text(),

    /** Publishes an event as another service would. */
    async publish<S extends Subject>(subject: S, payload: PayloadOf<S>): Promise<void> {
      const entry = event(subject, payload)
      await probe.publish(subject, JSON.stringify({ ...entry.data, meta: entry.meta }))
    },

    /** Publishes any text. */
    publishText: (subject: Subject, text: string) => probe.publish(subject, text),

    /** Collects the events that the service publishes on a subject. */
    published<S extends Subject>(subject: S): PayloadOf<S>[] {
      const seen: PayloadOf<S>[] = []
      // In its own queue group: members of a group share the messages.
      probe.subscribe(
        subject,
        `probe-${crypto.randomUUID()}`,
        async ({ text }) => void seen.push(JSON.parse(text)),
      )
      return seen
    },

    async stop(): Promise<void> {
      await probe.stopConsuming()
      await probe.close()
      await service.db.dropDatabase()
      await service.stop()
    },
  }
}

export type TestService = Awaited<ReturnType<typeof startTestService>>

/** The URL of a test's own database. */
export function testDatabaseUrl(url: string, name: string): string {
  return url.replace(/^(mongodb:\/\/[^/]+)[^?]*/, `$1/${name}`)
}

async function connected(bus: EventBus): Promise<void> {
  while (!bus.isConnected()) await Bun.sleep(10)
}

async function ready({ request }: Pick<Hono, 'request'>): Promise<void> {
  while ((await request('/readyz')).status !== 200) await Bun.sleep(10)
}

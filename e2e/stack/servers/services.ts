import { join } from 'node:path'
import { publicKeyFor } from '@shop/shared/auth'
import type { ServiceName } from '@shop/shared/contracts'
import { publicOrigins, mediaUrl } from '../front-door/shop-url.ts'
import { brokerOf, databaseOf } from '../settings/credentials.ts'
import { fromEnvironment, tracingEnvironment } from '../settings/environment.ts'
import { root } from '../settings/paths.ts'
import type { Mode, Shop } from '../shop.ts'
import type { ChildSpec } from '../supervisor/child.ts'
import { responds } from '../system/until.ts'

const NODE_ENV: Record<Mode, string> = { dev: 'development', start: 'production', test: 'test' }
/** The allocator returns pages at once: otherwise an idle service keeps 17 MB that its start needed. */
// Decisions in services/README.md; the cluster sets the same.
const BUN_SETTINGS = {
  MIMALLOC_PURGE_DELAY: '0',
  BUN_GC_TIMER_INTERVAL: '30000',
  BUN_JSC_useFTLJIT: '0',
}
const SHORT_WAITS = {
  BROKER_CHECK_MS: '2000',
  SWEEP_MS: '1000',
  ACK_WAIT_S: '2',
  MAIL_RETRY_MS: '100',
  MAIL_LEASE_MS: '6000',
}
const MAIL_FROM = 'Corner <orders@corner.example>'

/** The names of a service's processes: one, and a second replica in a trial. */
export function replicasOf<N extends ServiceName>(name: N, { trial }: Shop): (N | `${N}-1`)[] {
  return trial === undefined ? [name] : [name, `${name}-1`]
}

/** The processes of one service. */
export function serviceProcesses(name: ServiceName, shop: Shop): ChildSpec[] {
  return replicasOf(name, shop).map((replica, index) => {
    const port = shop.ports[replica]
    return {
      name: replica,
      ...bunProgram(name, shop),
      env: {
        ...serviceEnvironment(name, shop),
        PORT: String(port),
        NATS_CLIENT_ID: `${name}-${index}`,
      },
      ready: () => responds(`http://127.0.0.1:${port}/readyz`),
      graceMs: 25_000,
    }
  })
}

/** The command that runs a program from its sources or its bundle. */
export function bunProgram(
  name: string,
  { mode, trial }: Shop,
): { command: string[]; cwd: string } {
  const file = mode === 'dev' ? 'src/main.ts' : `build/${trial?.bundle ?? 'main'}.js`
  return { command: [process.execPath, file], cwd: join(root, 'services', name) }
}

/** The environment of one service. */
export function serviceEnvironment(name: ServiceName, shop: Shop): Record<string, string> {
  const { addresses, bus, isReplicated, ports, secrets, mode, trial } = shop
  return {
    ...BUN_SETTINGS,
    HOST: '127.0.0.1',
    PORT: String(ports[name]),
    NODE_ENV: NODE_ENV[mode],
    MONGO_URL: databaseOf(name, shop),
    BUS: bus,
    NATS_URL: brokerOf('nats', name, shop),
    NATS_CLUSTER_ID: addresses.nats.clusterId,
    JETSTREAM_URL: brokerOf('jetstream', name, shop),
    JETSTREAM_REPLICAS: isReplicated ? '3' : '1',
    NATS_CLIENT_ID: `${name}-0`,
    JWT_PUBLIC_KEY: publicKeyFor(secrets.jwtPrivateKey),
    PUBLIC_ORIGINS: publicOrigins(ports).join(','),
    PUBLIC_MEDIA_URL: mediaUrl(ports),
    LIMIT_SCALE: '1000',
    ...fromEnvironment(['LOG_LEVEL', 'LIMIT_SCALE', ...Object.keys(SHORT_WAITS)]),
    ...(mode === 'test' ? SHORT_WAITS : {}),
    ...tracingEnvironment(shop),
    ...trial?.env,
    ...extras(name, shop),
  }
}

function extras(name: ServiceName, { addresses, secrets }: Shop): Record<string, string> {
  const { minio, stripe, mail } = addresses
  const ofService: Partial<Record<ServiceName, Record<string, string>>> = {
    auth: {
      JWT_PRIVATE_KEY: secrets.jwtPrivateKey,
      ACCOUNT_LINK_KEY: secrets.accountLinkKey,
      SIGNUPS_PER_HOUR: process.env.SIGNUPS_PER_HOUR ?? '10000',
    },
    orders: { ORDER_LINK_KEY: secrets.orderLinkKey },
    products: {
      MINIO_URL: minio.url,
      MINIO_ACCESS_KEY: minio.accessKey,
      MINIO_SECRET_KEY: minio.secretKey,
      MINIO_BUCKET: minio.bucket,
    },
    payments: {
      STRIPE_SECRET_KEY: stripe.secretKey,
      STRIPE_WEBHOOK_SECRET: stripe.webhookSecret,
      STRIPE_API_URL: stripe.apiUrl,
    },
    notifications: {
      SMTP_URL: mail.smtp,
      MAIL_FROM,
      ACCOUNT_LINK_KEY: secrets.accountLinkKey,
      ORDER_LINK_KEY: secrets.orderLinkKey,
    },
  }
  return ofService[name] ?? {}
}

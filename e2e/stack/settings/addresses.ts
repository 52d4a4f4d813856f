import { hostOf, type Network } from '../network/network.ts'
import { StackFailure } from '../system/failure.ts'
import { JETSTREAM_MEMBERS, MONGO_MEMBERS } from './members.ts'
import { jetstreamPorts, type Ports } from './ports.ts'
import type { Passwords, Secrets, StripeKeys } from './secrets.ts'

/** Addresses of the servers for an administrator; `own` ones are started by the runner, others come from the environment. */
export interface Addresses {
  mongo: { own: boolean; url: string }
  nats: { own: boolean; url: string; clusterId: string; monitor: string }
  /** The URLs and monitors of several servers are separated by commas. */
  jetstream: { own: boolean; url: string; monitor: string }
  minio: { own: boolean; url: string; accessKey: string; secretKey: string; bucket: string }
  stripe: StripeKeys & { own: boolean; apiUrl: string }
  /** The mailbox that catches every mail: its pages and its SMTP server. */
  mail: { url: string; smtp: string }
}

type Environment = Record<string, string | undefined>

/** Reads the addresses of external servers from the environment; all others are local. */
export function readAddresses(
  env: Environment,
  ports: Ports,
  secrets: Secrets,
  isReplicated = false,
  network?: Network,
): Addresses {
  const own = { ports, secrets, isReplicated, network }
  return {
    mongo: mongoAddress(env, own),
    nats: natsAddress(env, ports, secrets),
    jetstream: jetstreamAddress(env, own),
    minio: minioAddress(env, ports, secrets),
    stripe: stripeAddress(env, ports, secrets),
    mail: { url: `http://127.0.0.1:${ports.mail}`, smtp: `smtp://127.0.0.1:${ports.smtp}` },
  }
}

/** The address of one service's database on a Mongo server. */
export function databaseUrl(server: string, database: string): string {
  const [, base = server, query = ''] =
    /^(mongodb(?:\+srv)?:\/\/[^/?]+)(?:\/[^?]*)?(\?.*)?$/.exec(server) ?? []
  return `${base}/${database}${query}`
}

/** The address of a server, or those of several, with a user and password. */
export function urlAs(url: string, user: keyof Passwords, passwords: Passwords): string {
  return withoutUser(url).replaceAll(
    /(mongodb|nats):\/\//g,
    (scheme) => `${scheme}${user}:${passwords[user]}@`,
  )
}

/** The address without its user and password. */
export const withoutUser = (url: string): string => url.replaceAll(/\/\/[^@/]*@/g, '//')

interface Own {
  ports: Ports
  secrets: Secrets
  isReplicated: boolean
  network: Network | undefined
}

function mongoAddress(
  env: Environment,
  { ports, secrets, isReplicated, network }: Own,
): Addresses['mongo'] {
  const url = env.STACK_MONGO_URL
  if (!url) {
    const members = MONGO_MEMBERS.slice(0, isReplicated ? 3 : 1)
    const hosts = members.map((name) => `${hostOf(network, name)}:${ports[name]}`).join(',')
    const server = `mongodb://${hosts}/?authSource=admin${isReplicated ? '&replicaSet=shop' : ''}`
    return { own: true, url: urlAs(server, 'admin', secrets.mongo) }
  }
  if (!/^mongodb(\+srv)?:\/\//.test(url))
    throw new StackFailure('STACK_MONGO_URL must begin with mongodb:// or mongodb+srv://')
  return { own: false, url }
}

function natsAddress(env: Environment, ports: Ports, secrets: Secrets): Addresses['nats'] {
  const clusterId = env.STACK_NATS_CLUSTER_ID || 'shop'
  const url = env.STACK_NATS_URL
  if (url) return { own: false, url, clusterId, monitor: '' }
  const monitor = `http://127.0.0.1:${ports.natsMonitor}`
  const own = urlAs(`nats://127.0.0.1:${ports.nats}`, 'admin', secrets.nats)
  return { own: true, url: own, clusterId: 'shop', monitor }
}

function jetstreamAddress(
  env: Environment,
  { ports, secrets, isReplicated, network }: Own,
): Addresses['jetstream'] {
  const url = env.STACK_JETSTREAM_URL
  if (url) return { own: false, url, monitor: '' }
  const members = JETSTREAM_MEMBERS.slice(0, isReplicated ? 3 : 1)
  const at = (scheme: string, port: 'client' | 'monitor') =>
    members
      .map((name) => `${scheme}://${hostOf(network, name)}:${jetstreamPorts(ports, name)[port]}`)
      .join(',')
  const own = urlAs(at('nats', 'client'), 'admin', secrets.nats)
  return { own: true, url: own, monitor: at('http', 'monitor') }
}

function minioAddress(env: Environment, ports: Ports, secrets: Secrets): Addresses['minio'] {
  const url = env.STACK_MINIO_URL
  const bucket = 'product-images'
  if (!url) {
    const own = { own: true, url: `http://127.0.0.1:${ports.minio}`, bucket }
    return { ...own, ...secrets.minioProducts }
  }
  const { STACK_MINIO_ACCESS_KEY: accessKey, STACK_MINIO_SECRET_KEY: secretKey } = env
  if (!accessKey || !secretKey)
    throw new StackFailure(
      'STACK_MINIO_URL needs STACK_MINIO_ACCESS_KEY and STACK_MINIO_SECRET_KEY beside it',
    )
  return { own: false, url: url.replace(/\/$/, ''), accessKey, secretKey, bucket }
}

function stripeAddress(env: Environment, ports: Ports, secrets: Secrets): Addresses['stripe'] {
  const secretKey = env.STRIPE_SECRET_KEY
  if (!secretKey)
    return { own: true, apiUrl: `http://127.0.0.1:${ports.sandbox}`, ...secrets.stripe }
  const { STRIPE_WEBHOOK_SECRET: webhookSecret, STRIPE_PUBLISHABLE_KEY: publishableKey } = env
  if (!/^sk_(test|live)_/.test(secretKey))
    throw new StackFailure('STRIPE_SECRET_KEY must begin with sk_test_ or sk_live_')
  if (!webhookSecret || !publishableKey)
    throw new StackFailure(
      'STRIPE_SECRET_KEY needs STRIPE_PUBLISHABLE_KEY and STRIPE_WEBHOOK_SECRET beside it; `stripe listen --forward-to https://localhost:8443/api/payments/webhook` prints the latter',
    )
  return { own: false, apiUrl: '', secretKey, publishableKey, webhookSecret }
}

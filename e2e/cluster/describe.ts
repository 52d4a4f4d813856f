import { join } from 'node:path'
import { SERVICES } from '@shop/shared/contracts'
import type { StackFile } from '@shop/shared/testing'
import { hostsAreSet } from '../stack/front-door/hosts.ts'
import { USERS } from '../stack/seed/users.ts'
import { choosePorts, type PortName } from '../stack/settings/ports.ts'
import { exec } from '../stack/system/exec.ts'
import { StackFailure } from '../stack/system/failure.ts'
import { forward } from './forward.ts'
import { readSettings } from './settings.ts'

// Processes of a cluster have no local pids.
const pid = 0
const pids: number[] = []
const BUCKET = 'product-images'
const MONITORS = ['jetstreamMonitor', 'jetstreamMonitor-1', 'jetstreamMonitor-2'] as const

/** Forwards ports to the shop's servers on the cluster and describes them like a local stack. */
export async function describeCluster(): Promise<StackFile> {
  const setting = await readSettings()
  const [url = ''] = setting('PUBLIC_ORIGINS').split(',')
  // Below the ephemeral range: a client could otherwise take the port while its pod is replaced.
  const ports = choosePorts('random')
  const at: At = async (name, pod, port) => {
    await forward(ports[name], pod, port)
    return `127.0.0.1:${ports[name]}`
  }
  const databases = SERVICES.map(async (name) => {
    const address = await at(name, `${name}-mongo-0`, 27017)
    const user = `${name}:${setting(`${name.toUpperCase()}_MONGO_PASSWORD`)}`
    return [name, `mongodb://${user}@${address}/${name}?directConnection=true`] as const
  })
  return {
    url,
    hosts: hostsAreSet(),
    ca: join(await authorityFolder(), 'rootCA.pem'),
    services: { nginx: { url, pid } },
    mongo: {
      ...(Object.fromEntries(await Promise.all(databases)) as Databases),
      admin: `mongodb://admin:${setting('MONGO_ADMIN_PASSWORD')}@127.0.0.1:${ports.auth}/?authSource=admin&directConnection=true`,
      pid,
      pids,
    },
    ...(await brokersAt(at, setting)),
    minio: {
      url: `http://${await at('minio', 'minio-0', 9000)}`,
      accessKey: setting('MINIO_ACCESS_KEY'),
      secretKey: setting('MINIO_SECRET_KEY'),
      bucket: BUCKET,
      pid,
    },
    mail: await mailboxAt(at),
    sandbox: await sandboxAt(at, setting),
    jwtKey: setting('JWT_PRIVATE_KEY'),
    linkKeys: { account: setting('ACCOUNT_LINK_KEY'), order: setting('ORDER_LINK_KEY') },
    users: USERS.map((user) => ({ ...user })),
  }
}

type At = (name: PortName, pod: string, port: number) => Promise<string>

/** The broker that the services use; while they move, the old one. */
async function brokersAt(
  at: At,
  setting: Setting,
): Promise<Pick<StackFile, 'bus' | 'nats' | 'jetstream'>> {
  const bus = setting('BUS', 'stan') === 'jetstream' ? 'jetstream' : 'stan'
  const admin = `admin:${setting('NATS_ADMIN_PASSWORD')}`
  const nats = { url: '', clusterId: setting('NATS_CLUSTER_ID'), monitor: '', pid }
  const jetstream = { url: '', monitor: '', pid, pids, replicas: 1 }
  if (bus === 'stan') {
    nats.url = `nats://${admin}@${await at('nats', 'nats-0', 4222)}`
    nats.monitor = `http://${await at('natsMonitor', 'nats-0', 8222)}`
  } else {
    jetstream.url = `nats://${admin}@${await at('jetstream', 'jetstream-0', 4222)}`
    // Only the leader of a consumer knows how far it is.
    const monitors = MONITORS.map((name, index) => at(name, `jetstream-${index}`, 8222))
    jetstream.monitor = (await Promise.all(monitors)).map((each) => `http://${each}`).join(',')
    jetstream.replicas = MONITORS.length
  }
  return { bus, nats, jetstream }
}

async function mailboxAt(at: At): Promise<StackFile['mail']> {
  const url = `http://${await at('mail', 'mailbox-0', 1080)}`
  return { url, smtp: `smtp://${await at('smtp', 'mailbox-0', 1025)}`, pid }
}

async function sandboxAt(at: At, setting: Setting): Promise<StackFile['sandbox']> {
  return {
    url: `http://${await at('sandbox', 'stripe-sandbox-0', 3010)}`,
    secretKey: setting('STRIPE_SECRET_KEY'),
    publishableKey: setting('STRIPE_PUBLISHABLE_KEY'),
    webhookSecret: setting('STRIPE_WEBHOOK_SECRET'),
    pid,
  }
}

type Setting = Awaited<ReturnType<typeof readSettings>>
type Databases = Record<(typeof SERVICES)[number], string>

async function authorityFolder(): Promise<string> {
  const { ok, out } = await exec(['mkcert', '-CAROOT'])
  if (!ok)
    throw new StackFailure('mkcert is missing: it has the authority of the shop’s certificate')
  return out.trim()
}

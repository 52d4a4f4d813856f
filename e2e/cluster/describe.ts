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
const NO_JETSTREAM = { url: '', monitor: '', pid, replicas: 1 }
const BUCKET = 'product-images'

/** Forwards ports to the shop's servers on the cluster and describes them like a local stack. */
export async function describeCluster(): Promise<StackFile> {
  const setting = await readSettings()
  const [url = ''] = setting('PUBLIC_ORIGINS').split(',')
  // Below the ephemeral range: a client could otherwise take the port while its pod is replaced.
  const ports = choosePorts('random')
  const at: At = async (name, service, port) => {
    await forward(ports[name], service, port)
    return `127.0.0.1:${ports[name]}`
  }
  const databases = SERVICES.map(async (name) => {
    const address = await at(name, `${name}-mongo`, 27017)
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
    },
    bus: 'stan',
    nats: {
      url: `nats://admin:${setting('NATS_ADMIN_PASSWORD')}@${await at('nats', 'nats', 4222)}`,
      clusterId: setting('NATS_CLUSTER_ID'),
      monitor: `http://${await at('natsMonitor', 'nats', 8222)}`,
      pid,
    },
    jetstream: NO_JETSTREAM,
    minio: {
      url: `http://${await at('minio', 'minio', 9000)}`,
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

type At = (name: PortName, service: string, port: number) => Promise<string>

async function mailboxAt(at: At): Promise<StackFile['mail']> {
  const url = `http://${await at('mail', 'mailbox', 1080)}`
  return { url, smtp: `smtp://${await at('smtp', 'mailbox', 1025)}`, pid }
}

async function sandboxAt(at: At, setting: Setting): Promise<StackFile['sandbox']> {
  return {
    url: `http://${await at('sandbox', 'stripe-sandbox', 3010)}`,
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

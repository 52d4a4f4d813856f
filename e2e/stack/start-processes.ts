import { SERVICES } from '@shop/shared/contracts'
import { build } from './build.ts'
import { ensureCertificate, type Certificate } from './front-door/tls.ts'
import type { provideEach } from './provision/provision.ts'
import { prepareBucket } from './servers/bucket.ts'
import { jetstreamServers } from './servers/jetstream.ts'
import { mailbox } from './servers/mailbox.ts'
import { minio } from './servers/minio.ts'
import { initiateSet } from './servers/mongo-set.ts'
import { prepareUsers } from './servers/mongo-users.ts'
import { mongods } from './servers/mongo.ts'
import { natsStreaming } from './servers/nats-streaming.ts'
import { nginx } from './servers/nginx.ts'
import { seaweedfs } from './servers/seaweedfs.ts'
import { serviceProcesses } from './servers/services.ts'
import { storefront } from './servers/storefront.ts'
import { stripeSandbox } from './servers/stripe-sandbox.ts'
import { brokersOf } from './settings/needs.ts'
import { STORE_TOOLS, VOLUME_SERVERS } from './settings/object-stores.ts'
import type { Shop } from './shop.ts'
import type { ChildSpec } from './supervisor/child.ts'
import type { Supervisor } from './supervisor/supervisor.ts'

const SANDBOX = 'stripe-sandbox'
const STOREFRONT = 'storefront'
const REPLICAS = SERVICES.flatMap((name) => [name, `${name}-1`])

/** In which groups the processes are stopped. */
export const STOP_ORDER = [
  ['nginx', 'prometheus'],
  [STOREFRONT],
  REPLICAS,
  [SANDBOX, 'mailbox'],
  ['nats', 'jetstream', 'jetstream-1', 'jetstream-2'],
  ['minio', 'seaweedfs'],
  VOLUME_SERVERS,
  ['seaweedfs-master'],
  ['mongo', 'mongo-1', 'mongo-2'],
]

/** What the processes of a shop are started with. */
export interface Starting {
  shop: Shop
  /** Waits for a tool to be installed. */
  pathOf: ReturnType<typeof provideEach>
  supervisor: Supervisor
}

export interface Running {
  shop: Shop
  certificate: Certificate
  /** The programs of this repository that run. */
  programs: readonly string[]
  /** The path of mkcert. */
  mkcert: string
}

/** Starts everything that pages and sales need, each server as soon as it is installed. */
export async function openShop(starting: Starting): Promise<Running> {
  const { shop, pathOf, supervisor } = starting
  const { addresses, data, mode } = shop
  const { mongo, stripe } = addresses
  const programs = [...SERVICES, ...(stripe.own ? [SANDBOX] : [])]
  const isPatient = mode === 'dev'
  const [mkcert, nginxPath] = await Promise.all([
    pathOf('mkcert'),
    pathOf('nginx'),
    buildPrograms(shop, programs),
    mongo.own ? startMongo(starting) : undefined,
    startBrokers(starting),
    startMailbox(starting),
  ])
  if (stripe.own) await supervisor.start(stripeSandbox(shop), isPatient)
  await Promise.all(programsOf(shop).map((spec) => supervisor.start(spec, isPatient)))
  const certificate = await ensureCertificate(mkcert, data)
  await supervisor.start(await nginx(shop, certificate, nginxPath))
  return { shop, certificate, programs, mkcert }
}

/** Starts the server for pictures, unless the shop uses one from the environment. */
export async function startObjectStore({ shop, pathOf, supervisor }: Starting): Promise<void> {
  if (!shop.addresses.minio.own) return
  const program = await pathOf(STORE_TOOLS[shop.s3])
  const specs = shop.s3 === 'minio' ? [minio(shop, program)] : seaweedfs(shop, program)
  for (const spec of specs) await supervisor.start(spec)
  await prepareBucket(shop)
}

async function startMongo({ shop, pathOf, supervisor }: Starting): Promise<void> {
  const members = mongods(shop, await pathOf('mongod'))
  await Promise.all(members.map((member) => supervisor.start(member)))
  if (shop.isReplicated) await initiateSet(shop)
  await prepareUsers(shop)
}

const BROKERS = {
  nats: async ({ shop, pathOf }: Starting) => [
    natsStreaming(shop, await pathOf('nats-streaming-server')),
  ],
  jetstream: async ({ shop, pathOf }: Starting) =>
    jetstreamServers(shop, await pathOf('nats-server')),
}

/** Starts the brokers of a shop that do not run yet. */
export async function startBrokers(starting: Starting): Promise<void> {
  const { shop, supervisor } = starting
  const running = supervisor.children().map(({ name }) => name)
  const missing = brokersOf(shop).filter(
    (broker) => shop.addresses[broker].own && !running.includes(broker),
  )
  const specs = await Promise.all(missing.map((broker) => BROKERS[broker](starting)))
  await Promise.all(specs.flat().map((spec) => supervisor.start(spec)))
}

async function startMailbox({ shop, pathOf, supervisor }: Starting): Promise<void> {
  await supervisor.start(mailbox(shop, await pathOf('maildev')))
}

async function buildPrograms({ mode, trial }: Shop, programs: readonly string[]): Promise<void> {
  if (trial === undefined) return mode === 'dev' ? undefined : build([...programs, STOREFRONT])
  await trial.build(programs)
  if (trial.hasStorefront) await build([STOREFRONT])
}

function programsOf(shop: Shop): ChildSpec[] {
  const services = SERVICES.flatMap((name) => serviceProcesses(name, shop))
  return shop.trial?.hasStorefront === false ? services : [...services, storefront(shop)]
}

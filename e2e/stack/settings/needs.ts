import type { ToolName } from '../provision/versions.ts'
import type { Shop } from '../shop.ts'
import type { Addresses } from './addresses.ts'
import { STORE_TOOLS, type ObjectStoreName } from './object-stores.ts'
import { DEFAULT_PORTS, type PortName, type Ports } from './ports.ts'

const SEAWEED_PORTS = (Object.keys(DEFAULT_PORTS) as PortName[]).filter((name) =>
  name.startsWith('seaweed'),
)

export type BrokerServer = 'nats' | 'jetstream'

/** The brokers of a shop; the tests of both need both. */
export function brokersOf({ mode, bus, trial }: Pick<Shop, 'mode' | 'bus'> & { trial?: unknown }) {
  const areTested = mode === 'test' && trial === undefined
  const brokers: BrokerServer[] = []
  if (areTested || bus.includes('stan')) brokers.push('nats')
  if (areTested || bus.includes('jetstream')) brokers.push('jetstream')
  return brokers
}

/** The tools that this stack needs; the object store, which takes longest, last: the shop opens before it is there. */
export function neededTools(
  addresses: Addresses,
  brokers: readonly BrokerServer[] = ['nats'],
  s3: ObjectStoreName = 'minio',
): ToolName[] {
  const { mongo, minio: store } = addresses
  const isOwn = (broker: BrokerServer) => brokers.includes(broker) && addresses[broker].own
  return [
    ...(mongo.own ? (['mongod'] as const) : []),
    'nginx',
    'mkcert',
    ...(isOwn('nats') ? (['nats-streaming-server'] as const) : []),
    ...(isOwn('jetstream') ? (['nats-server'] as const) : []),
    'maildev',
    ...(store.own ? [STORE_TOOLS[s3]] : []),
  ]
}

/** The ports that this stack itself listens on. */
export function neededPorts(
  ports: Ports,
  addresses: Addresses,
  brokers: readonly BrokerServer[] = ['nats'],
  replicas = { services: false, servers: false },
  s3: ObjectStoreName = 'minio',
): Partial<Ports> {
  const isOwn = (broker: BrokerServer) => brokers.includes(broker) && addresses[broker].own
  const foreign: PortName[] = [
    // A collector of traces and a Prometheus listen there, if there are any.
    'otlp',
    'prometheus',
    ...(addresses.mongo.own ? [] : (['mongo'] as const)),
    ...(isOwn('nats') ? [] : (['nats', 'natsMonitor'] as const)),
    ...(isOwn('jetstream') ? [] : (['jetstream', 'jetstreamMonitor', 'jetstreamRoutes'] as const)),
    ...foreignOf(s3, addresses),
    ...(addresses.stripe.own ? [] : (['sandbox'] as const)),
  ]
  const isUsed = (name: string) => {
    if (!/-\d$/.test(name)) return true
    if (name.startsWith('seaweed')) return replicas.servers || replicas.services
    return /^(mongo|jetstream)/.test(name) ? replicas.servers : replicas.services
  }
  const isOurs = (name: string) => !foreign.includes(name as PortName) && isUsed(name)
  return Object.fromEntries(Object.entries(ports).filter(([name]) => isOurs(name)))
}

/** The ports of the object store that does not run. */
function foreignOf(s3: ObjectStoreName, { minio }: Addresses): PortName[] {
  const others = s3 === 'minio' ? SEAWEED_PORTS : (['minioConsole'] as const)
  return minio.own ? [...others] : ['minio', 'minioConsole', ...SEAWEED_PORTS]
}

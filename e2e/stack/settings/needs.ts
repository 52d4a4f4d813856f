import type { ToolName } from '../provision/versions.ts'
import type { Addresses } from './addresses.ts'
import type { PortName, Ports } from './ports.ts'

/** The tools that this stack needs; MinIO, which takes longest, last: the shop opens before it is there. */
export function neededTools({ mongo, nats, minio: store }: Addresses): ToolName[] {
  return [
    ...(mongo.own ? (['mongod'] as const) : []),
    'nginx',
    'mkcert',
    ...(nats.own ? (['nats-streaming-server'] as const) : []),
    'maildev',
    ...(store.own ? (['minio'] as const) : []),
  ]
}

/** The ports that this stack itself listens on. */
export function neededPorts(
  ports: Ports,
  addresses: Addresses,
  hasReplicas = false,
): Partial<Ports> {
  const foreign: PortName[] = [
    ...(addresses.mongo.own ? [] : (['mongo'] as const)),
    ...(addresses.nats.own ? [] : (['nats', 'natsMonitor'] as const)),
    ...(addresses.minio.own ? [] : (['minio', 'minioConsole'] as const)),
    ...(addresses.stripe.own ? [] : (['sandbox'] as const)),
  ]
  return Object.fromEntries(
    Object.entries(ports).filter(
      ([name]) => !foreign.includes(name as PortName) && (hasReplicas || !name.endsWith('-1')),
    ),
  )
}

import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SERVICES, type ServiceName } from '@shop/shared/contracts'
import { holderOf } from '../supervisor/proc.ts'
import { StackFailure } from '../system/failure.ts'
import { takeLock } from '../system/file-lock.ts'
import type { JetstreamMember } from './members.ts'

/** The default ports, all below the ephemeral range. */
export const DEFAULT_PORTS = {
  https: 8443,
  http: 8080,
  storefront: 3000,
  ...numbered(3001, (name) => name),
  smtp: 3007,
  mail: 3008,
  sandbox: 3010,
  mongo: 27117,
  nats: 4322,
  natsMonitor: 8322,
  jetstream: 4323,
  jetstreamMonitor: 8323,
  minio: 9100,
  minioConsole: 9101,
  ...numbered(3021, (name) => `${name}-1` as const),
  'mongo-1': 27118,
  'mongo-2': 27119,
  'jetstream-1': 4324,
  'jetstream-2': 4325,
  jetstreamRoutes: 4326,
  'jetstreamRoutes-1': 4327,
  'jetstreamRoutes-2': 4328,
  'jetstreamMonitor-1': 8324,
  'jetstreamMonitor-2': 8325,
  otlp: 4318,
  prometheus: 9090,
  seaweedMaster: 9110,
  seaweedMasterGrpc: 9111,
  seaweedFiler: 9112,
  seaweedFilerGrpc: 9113,
  seaweedS3Grpc: 9114,
  seaweedVolume: 9115,
  'seaweedVolume-1': 9116,
  'seaweedVolume-2': 9117,
  seaweedVolumeGrpc: 9118,
  'seaweedVolumeGrpc-1': 9119,
  'seaweedVolumeGrpc-2': 9120,
}

function numbered<N extends string>(first: number, nameOf: (service: ServiceName) => N) {
  const entries = SERVICES.map((service, index) => [nameOf(service), first + index])
  return Object.fromEntries(entries) as Record<N, number>
}

export type PortName = keyof typeof DEFAULT_PORTS
export type Ports = Record<PortName, number>

const BLOCK = 64
const FIRST_BLOCK = 188
const BLOCKS = 312

/** Chooses the default ports, random free ones, or the default ones with `name=port` changes. */
export function choosePorts(setting: string | undefined): Ports {
  if (setting === undefined || setting === '') return DEFAULT_PORTS
  return setting === 'random' ? randomPorts() : { ...DEFAULT_PORTS, ...parsePorts(setting) }
}

/** Reads `https=9443,mongo=27200`. */
export function parsePorts(text: string): Partial<Ports> {
  const entries = text.split(',').map((entry) => {
    const [name = '', value = ''] = entry.split('=').map((part) => part.trim())
    const port = Number(value)
    if (!(name in DEFAULT_PORTS) || !Number.isInteger(port) || port < 1 || port > 65_535)
      throw new StackFailure(
        `STACK_PORTS: "${entry}" is not understood; give "random" or a list such as https=9443,http=9080 of ${Object.keys(DEFAULT_PORTS).join(', ')}`,
      )
    return [name, port]
  })
  return Object.fromEntries(entries) as Partial<Ports>
}

// The lock of the block lasts as long as this process, so two runners never choose the same ports.
function randomPorts(): Ports {
  const start = Math.floor(Math.random() * BLOCKS)
  for (let step = 0; step < BLOCKS; step += 1) {
    const block = FIRST_BLOCK + ((start + step) % BLOCKS)
    const ports = Object.fromEntries(
      Object.keys(DEFAULT_PORTS).map((name, index) => [name, block * BLOCK + index]),
    ) as Ports
    const lock = takeLock(join(tmpdir(), `shop-stack-ports-${process.getuid?.()}`, String(block)))
    if (!lock.held) continue
    if (Object.values(ports).every(isFree)) return ports
    lock.release()
  }
  throw new StackFailure('no free block of ports was found below 32768')
}

/** Whether a port of the loopback address can be listened on. */
export function isFree(port: number): boolean {
  try {
    Bun.listen({ hostname: '127.0.0.1', port, socket: { data() {} } }).stop(true)
    return true
  } catch {
    return false
  }
}

/** Throws with every used port and the process that holds it. */
export function requireFreePorts(ports: Partial<Ports>): void {
  const used = Object.entries(ports).filter(([, port]) => !isFree(port))
  if (used.length === 0) return
  const lines = used.map(([name, port]) => `  ${name} ${port}: used by ${holderOf(port)}`)
  throw new StackFailure(
    `ports are in use:\n${lines.join('\n')}\nStop those processes, or choose other ports: STACK_PORTS=random, or STACK_PORTS=${used[0]?.[0]}=<port>`,
  )
}

/** The ports of one JetStream server: for clients, for its monitor, and for the other members. */
export function jetstreamPorts(ports: Ports, name: JetstreamMember) {
  const number = name.slice('jetstream'.length) as '' | '-1' | '-2'
  return {
    client: ports[name],
    monitor: ports[`jetstreamMonitor${number}`],
    routes: ports[`jetstreamRoutes${number}`],
  }
}

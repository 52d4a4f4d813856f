import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { hasCopies, VOLUME_SERVERS } from '../settings/object-stores.ts'
import type { Ports } from '../settings/ports.ts'
import type { Shop } from '../shop.ts'
import type { ChildSpec } from '../supervisor/child.ts'
import { writePrivate } from '../system/private-file.ts'
import { responds } from '../system/until.ts'

/** A kill loses nothing, and a graceful end can take a quarter of a minute. */
const GRACE_MS = 2000
const VOLUME_SIZE_MB = 1024

interface Program {
  shop: Shop
  program: string
}

/** SeaweedFS in the order in which its processes start: one for everything, or several with two copies of each picture. */
export function seaweedfs(shop: Shop, program: string): ChildSpec[] {
  const servers = { shop, program }
  if (!hasCopies(shop)) return [inOne(servers)]
  return [
    master(servers),
    ...VOLUME_SERVERS.map((name, index) => volumeServer(servers, name, index)),
    gateway(servers),
  ]
}

function inOne({ shop, program }: Program): ChildSpec {
  const { ports } = shop
  const folder = folderOf(shop, 'seaweedfs')
  const command = [
    [program, 'server', `-dir=${folder}`, ...LOOPBACK, '-filer', ...s3Flags(shop)],
    [...masterFlags(ports, '-master.'), `-volume.max=0`, '-volume.preStopSeconds=0'],
    [`-volume.port=${ports.seaweedVolume}`, `-volume.port.grpc=${ports.seaweedVolumeGrpc}`],
    ['-filer.disableHttp', ...filerPorts(ports, '-filer.')],
  ]
  return spec(shop, 'seaweedfs', command.flat(), s3Responds(shop))
}

function master({ shop, program }: Program): ChildSpec {
  const { ports } = shop
  const name = 'seaweedfs-master'
  const command = [
    [program, 'master', `-mdir=${folderOf(shop, name)}`, ...LOOPBACK, ...masterFlags(ports, '-')],
    // Two copies, on two servers of one rack.
    ['-peers=none', '-defaultReplication=001'],
  ]
  const url = `http://127.0.0.1:${ports.seaweedMaster}/cluster/status`
  return spec(shop, name, command.flat(), () => responds(url))
}

function volumeServer({ shop, program }: Program, name: string, index: number): ChildSpec {
  const { ports } = shop
  const [port, grpc] = [
    [ports.seaweedVolume, ports.seaweedVolumeGrpc],
    [ports['seaweedVolume-1'], ports['seaweedVolumeGrpc-1']],
    [ports['seaweedVolume-2'], ports['seaweedVolumeGrpc-2']],
  ][index] ?? [0, 0]
  const command = [
    [program, 'volume', `-dir=${folderOf(shop, name)}`, ...LOOPBACK],
    [`-port=${port}`, `-port.grpc=${grpc}`, `-master=${masterAddress(ports)}`],
    ['-max=0', '-preStopSeconds=0'],
  ]
  return spec(shop, name, command.flat(), () => responds(`http://127.0.0.1:${port}/healthz`))
}

function gateway({ shop, program }: Program): ChildSpec {
  const { ports } = shop
  const name = 'seaweedfs'
  const command = [
    // `weed filer -s3` of this version does not start the gateway.
    [program, 'server', '-master=false', '-volume=false', `-dir=${folderOf(shop, name)}`],
    [...LOOPBACK, `-master.peers=${masterAddress(ports)}`, '-filer', '-filer.disableHttp'],
    [...filerPorts(ports, '-filer.'), ...s3Flags(shop)],
  ]
  return spec(shop, name, command.flat(), s3Responds(shop))
}

const LOOPBACK = ['-ip=127.0.0.1', '-ip.bind=127.0.0.1']

const masterAddress = ({ seaweedMaster, seaweedMasterGrpc }: Ports) =>
  `127.0.0.1:${seaweedMaster}.${seaweedMasterGrpc}`

const masterFlags = ({ seaweedMaster, seaweedMasterGrpc }: Ports, prefix: string) => [
  `${prefix}port=${seaweedMaster}`,
  `${prefix}port.grpc=${seaweedMasterGrpc}`,
  `${prefix}volumeSizeLimitMB=${VOLUME_SIZE_MB}`,
  // On by default, it reports to the makers.
  `${prefix}telemetry=false`,
]

const filerPorts = ({ seaweedFiler, seaweedFilerGrpc }: Ports, prefix: string) => [
  `${prefix}port=${seaweedFiler}`,
  `${prefix}port.grpc=${seaweedFilerGrpc}`,
]

function s3Flags({ data, ports, secrets, addresses }: Shop): string[] {
  const config = join(data, 'seaweedfs-s3.json')
  const { bucket } = addresses.minio
  const identities = [
    { name: 'root', credentials: [secrets.minioRoot], actions: ['Admin'] },
    { name: 'products', credentials: [secrets.minioProducts], actions: [`Write:${bucket}`] },
  ]
  writePrivate(config, { identities })
  return [
    ['-s3', `-s3.port=${ports.minio}`, `-s3.port.grpc=${ports.seaweedS3Grpc}`],
    [`-s3.config=${config}`, '-s3.iam=false', '-s3.autoCreateBucket=false'],
    ['-s3.port.iceberg=0', '-s3.port.lance=0'],
  ].flat()
}

const s3Responds =
  ({ ports }: Shop) =>
  () =>
    responds(`http://127.0.0.1:${ports.minio}/healthz`)

function spec(
  { secrets }: Shop,
  name: string,
  command: string[],
  ready: () => Promise<boolean>,
): ChildSpec {
  return {
    name,
    command,
    // Without it, whoever reaches a volume server may write to it.
    env: {
      WEED_JWT_SIGNING_KEY: secrets.seaweedKey,
      WEED_JWT_FILER_SIGNING_KEY: secrets.seaweedKey,
    },
    ready,
    graceMs: GRACE_MS,
    shows: (line) => /^[EF]\d/.test(line),
  }
}

function folderOf({ data }: Shop, name: string): string {
  const folder = join(data, name)
  mkdirSync(folder, { recursive: true })
  return folder
}

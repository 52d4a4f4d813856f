import type { ToolName } from '../provision/versions.ts'

/** The S3 servers for pictures that the runner can start; MinIO is the default. */
export const OBJECT_STORES = ['minio', 'seaweedfs'] as const
export type ObjectStoreName = (typeof OBJECT_STORES)[number]

/** The programs of the servers. */
export const STORE_TOOLS = {
  minio: 'minio',
  seaweedfs: 'weed',
} as const satisfies Record<ObjectStoreName, ToolName>

/** SeaweedFS's volume servers where it keeps two copies. */
export const VOLUME_SERVERS = [
  'seaweedfs-volume',
  'seaweedfs-volume-1',
  'seaweedfs-volume-2',
] as const

interface Replicated {
  isReplicated: boolean
  trial?: unknown
}

/** Whether SeaweedFS runs as several processes with two copies of each picture. */
export const hasCopies = ({ isReplicated, trial }: Replicated): boolean =>
  isReplicated || trial !== undefined

/** The names of the object store's processes; the one of its own name serves S3. */
export function storeProcesses(shop: Replicated & { s3: ObjectStoreName }): string[] {
  const others = shop.s3 === 'seaweedfs' && hasCopies(shop)
  return others ? [shop.s3, ...VOLUME_SERVERS, 'seaweedfs-master'] : [shop.s3]
}

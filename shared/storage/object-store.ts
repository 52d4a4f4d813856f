import { Client } from 'minio'

export interface ObjectStoreOptions {
  url: string
  accessKey: string
  secretKey: string
  bucket: string
  /** Part of each signature; servers of one's own accept any. */
  region?: string
}

/** Stored and sent with every object. A picture's name is the hash of its content, so it never changes. */
const HEADERS = {
  'Content-Type': 'image/webp',
  'Content-Disposition': 'inline',
  'Cache-Control': 'public, max-age=31536000, immutable',
}

/** Stores and removes the pictures of one bucket. */
export function createObjectStore({
  url,
  accessKey,
  secretKey,
  bucket,
  region = 'us-east-1',
}: ObjectStoreOptions) {
  const { protocol, hostname, port } = new URL(url)
  const useSSL = protocol === 'https:'
  const client = new Client({
    endPoint: hostname,
    port: Number(port || (useSSL ? 443 : 80)),
    useSSL,
    accessKey,
    secretKey,
    // Set, because the client would request it, which the restricted key is not allowed to.
    region,
  })
  return {
    async put(key: string, bytes: Buffer): Promise<void> {
      await client.putObject(bucket, key, bytes, bytes.length, HEADERS)
    },
    async remove(keys: string[]): Promise<void> {
      await Promise.all(keys.map((key) => client.removeObject(bucket, key)))
    },
  }
}

export type ObjectStore = ReturnType<typeof createObjectStore>

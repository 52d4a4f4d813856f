import { Client } from 'minio'

export interface ObjectStoreOptions {
  url: string
  accessKey: string
  secretKey: string
  bucket: string
}

/** Stored with each object and sent with it: a picture's name is its content, so it never changes. */
const HEADERS = {
  'Content-Type': 'image/webp',
  'Content-Disposition': 'inline',
  'Cache-Control': 'public, max-age=31536000, immutable',
}

/** Puts and removes the pictures of one bucket, by a key that may do nothing else. */
export function createObjectStore({ url, accessKey, secretKey, bucket }: ObjectStoreOptions) {
  const { protocol, hostname, port } = new URL(url)
  const useSSL = protocol === 'https:'
  const client = new Client({
    endPoint: hostname,
    port: Number(port || (useSSL ? 443 : 80)),
    useSSL,
    accessKey,
    secretKey,
    // Named, or the client asks the server for it, which the limited key may not.
    region: 'us-east-1',
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

import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createObjectStore } from '@shop/shared/storage'
import { eventually } from '@shop/shared/testing'
import { Client } from 'minio'
import { find } from '../provision/find.ts'
import { readAddresses } from '../settings/addresses.ts'
import { STORE_TOOLS } from '../settings/object-stores.ts'
import { choosePorts } from '../settings/ports.ts'
import { loadSecrets } from '../settings/secrets.ts'
import type { Shop } from '../shop.ts'
import { launch, terminate, type Run } from '../supervisor/child.ts'
import { prepareBucket } from './bucket.ts'
import { minio } from './minio.ts'
import { seaweedfs } from './seaweedfs.ts'

const specsOf = { minio: (...args: Parameters<typeof minio>) => [minio(...args)], seaweedfs }

describe.each([
  ['minio', false],
  ['seaweedfs', false],
  ['seaweedfs', true],
] as const)('%s, replicated: %p', (s3, isReplicated) => {
  const data = mkdtempSync(join(tmpdir(), `shop-${s3}-`))
  const ports = choosePorts('random')
  const secrets = loadSecrets(data)
  const addresses = readAddresses({}, ports, secrets)
  const shop: Shop = {
    mode: 'test',
    data,
    ports,
    secrets,
    addresses,
    bus: 'stan',
    isReplicated,
    s3,
  }
  const { url, bucket, accessKey, secretKey } = addresses.minio
  const servers: Run[] = []

  // A server of its own, asked as soon as it listens: MinIO's users are not loaded yet.
  beforeAll(async () => {
    const program = (await find(STORE_TOOLS[s3]))?.path ?? ''
    for (const spec of specsOf[s3](shop, program)) {
      servers.push(launch(spec, join(data, `${spec.name}.log`)))
      if (isReplicated) await eventually(async () => expect(await spec.ready()).toBe(true), 20_000)
    }
    await prepareBucket(shop)
  })

  afterAll(async () => {
    await Promise.all(servers.map((server) => terminate(server, 2000)))
    rmSync(data, { recursive: true })
  })

  const asProducts = new Client({
    endPoint: '127.0.0.1',
    port: ports.minio,
    useSSL: false,
    accessKey,
    secretKey,
    region: 'us-east-1',
    retryOptions: { disableRetry: true },
  })

  test("products' key stores and removes pictures, which everybody may read", async () => {
    const store = createObjectStore(addresses.minio)
    await store.put('a/b.webp', Buffer.from('picture'))
    const address = `${url}/${bucket}/a/b.webp`
    const response = await fetch(address)
    expect(await response.text()).toBe('picture')
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(response.headers.get('content-type')).toBe('image/webp')
    await store.remove(['a/b.webp', 'never/stored.webp'])
    expect((await fetch(address)).status).toBe(404)
  })

  test("products' key may do nothing else", async () => {
    const path = { bucketName: 'minio', objectName: 'admin/v3/list-users' }
    const everything = JSON.stringify({ Version: '2012-10-17', Statement: [] })
    const attempts = [
      asProducts.makeBucket('another'),
      asProducts.removeBucket(bucket),
      asProducts.setBucketPolicy(bucket, ''),
      asProducts.setBucketPolicy(bucket, everything),
      asProducts.listObjectsV2(bucket, '', true).toArray(),
      asProducts.putObject('another', 'a.webp', Buffer.from('picture')),
      asProducts.makeRequestAsync({ method: 'GET', ...path }, '', [200]),
    ]
    for (const { status } of await Promise.allSettled(attempts)) expect(status).toBe('rejected')
    // SeaweedFS lists the buckets that a key may list: none.
    expect(await asProducts.listBuckets().catch(() => [])).toEqual([])
  })

  test.each([
    ['GET', ''],
    ['GET', `${bucket}/`],
    ['GET', `${bucket}?list-type=2&prefix=a`],
    ['GET', `${bucket}?uploads`],
    ['PUT', `${bucket}/b.webp`],
    ['POST', `${bucket}/b.webp?uploads`],
    ['DELETE', `${bucket}/b.webp`],
    ['DELETE', bucket],
  ])('without a key, %s /%s is refused', async (method, path) => {
    expect((await fetch(`${url}/${path}`, { method })).status).toBe(403)
  })

  test('an interrupted preparation is repeated without harm', async () => {
    rmSync(join(data, `${s3}-prepared`))
    await prepareBucket(shop)
    await createObjectStore(addresses.minio).put('b.webp', Buffer.from('again'))
  })
})

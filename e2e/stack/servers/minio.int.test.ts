import { afterAll, beforeAll, expect, test } from 'bun:test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createObjectStore } from '@shop/shared/storage'
import { Client } from 'minio'
import { find } from '../provision/find.ts'
import { readAddresses } from '../settings/addresses.ts'
import { choosePorts } from '../settings/ports.ts'
import { loadSecrets } from '../settings/secrets.ts'
import { launch, terminate, type Run } from '../supervisor/child.ts'
import { minio, prepareBucket } from './minio.ts'

const data = mkdtempSync(join(tmpdir(), 'shop-minio-'))
const ports = choosePorts('random')
const secrets = loadSecrets(data)
const addresses = readAddresses({}, ports, secrets)
const shop = {
  mode: 'test' as const,
  data,
  ports,
  secrets,
  addresses,
  bus: 'stan' as const,
  isReplicated: false,
}
const { url, bucket, accessKey, secretKey } = addresses.minio
let server: Run

// A server of its own, asked as soon as it listens: its users are not loaded yet.
beforeAll(async () => {
  server = launch(minio(shop, (await find('minio'))?.path ?? ''), join(data, 'minio.log'))
  await prepareBucket(shop)
})

afterAll(async () => {
  await terminate(server, 5000)
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
  await store.put('a.webp', Buffer.from('picture'))
  const address = `${url}/${bucket}/a.webp`
  expect(await (await fetch(address)).text()).toBe('picture')
  await store.remove(['a.webp'])
  expect((await fetch(address)).status).toBe(404)
})

test("products' key may do nothing else", async () => {
  const path = { bucketName: 'minio', objectName: 'admin/v3/list-users' }
  const attempts = [
    asProducts.listBuckets(),
    asProducts.makeBucket('another'),
    asProducts.setBucketPolicy(bucket, ''),
    asProducts.makeRequestAsync({ method: 'GET', ...path }),
  ]
  for (const { status } of await Promise.allSettled(attempts)) expect(status).toBe('rejected')
})

test.each([
  ['GET', `${bucket}/`],
  ['PUT', `${bucket}/b.webp`],
  ['DELETE', `${bucket}/b.webp`],
])('without a key, %s /%s is refused', async (method, path) => {
  expect((await fetch(`${url}/${path}`, { method })).status).toBe(403)
})

test('an interrupted preparation is repeated without harm', async () => {
  rmSync(join(data, 'minio-prepared'))
  await prepareBucket(shop)
  await createObjectStore(addresses.minio).put('b.webp', Buffer.from('again'))
})

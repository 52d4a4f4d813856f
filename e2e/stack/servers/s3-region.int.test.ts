import { afterAll, beforeAll, expect, test } from 'bun:test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createObjectStore } from '@shop/shared/storage'
import { eventually } from '@shop/shared/testing'
import { find } from '../provision/find.ts'
import { readAddresses } from '../settings/addresses.ts'
import { choosePorts } from '../settings/ports.ts'
import { loadSecrets } from '../settings/secrets.ts'
import { launch, terminate, type Run } from '../supervisor/child.ts'
import { minio } from './minio.ts'

const data = mkdtempSync(join(tmpdir(), 'shop-region-'))
const ports = choosePorts('random')
const secrets = loadSecrets(data)
const addresses = readAddresses({}, ports, secrets)
const servers = { bus: 'stan', s3: 'minio', isReplicated: false } as const
let server: Run

beforeAll(async () => {
  const shop = { mode: 'test', data, ports, secrets, addresses, ...servers } as const
  const spec = minio(shop, (await find('minio'))?.path ?? '')
  const env = { ...spec.env, MINIO_SITE_REGION: 'eu-central-1' }
  server = launch({ ...spec, env }, join(data, 'minio.log'))
  await eventually(async () => expect(await spec.ready()).toBe(true), 20_000)
})

afterAll(async () => {
  await terminate(server, 5000)
  rmSync(data, { recursive: true })
})

test.each([
  ['eu-central-1', 'bucket does not exist'],
  ['us-east-1', 'region'],
])('on a server of eu-central-1, requests signed for %s end with: %s', (region, message) => {
  const store = createObjectStore({ ...addresses.minio, ...secrets.minioRoot, region })
  const picture = Buffer.from('picture')
  // A server that has just started does not know its region yet.
  return eventually(() => expect(store.put('a.webp', picture)).rejects.toThrow(message), 20_000)
})

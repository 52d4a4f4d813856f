import { expect, test } from 'bun:test'
import { newPrivateKey, publicKeyFor } from '@shop/shared/auth'

const privateKey = newPrivateKey()
const environment = {
  PORT: '0',
  MONGO_URL: 'mongodb://127.0.0.1:1/auth',
  NATS_URL: 'nats://127.0.0.1:1',
  NATS_CLIENT_ID: 'auth-0',
  JWT_PRIVATE_KEY: privateKey,
  JWT_PUBLIC_KEY: publicKeyFor(privateKey),
  ACCOUNT_LINK_KEY: 'k'.repeat(32),
  PUBLIC_ORIGINS: 'https://shop.example',
}

test.each([
  { JWT_PRIVATE_KEY: 'k' },
  { JWT_PUBLIC_KEY: privateKey },
  { JWT_PUBLIC_KEY_PREVIOUS: 'k'.repeat(32) },
  { ACCOUNT_LINK_KEY: 'k'.repeat(31) },
  { SIGNUPS_PER_HOUR: 'many' },
  { PUBLIC_ORIGINS: '' },
])('does not start with %p', async (change) => {
  const service = Bun.spawn([process.execPath, `${import.meta.dir}/main.ts`], {
    env: { ...environment, ...change },
    stdout: 'ignore',
    stderr: 'pipe',
  })
  const faults = await new Response(service.stderr).text()
  expect(await service.exited).toBe(1)
  expect(faults).toStartWith(`configuration: ${Object.keys(change)[0]}: Must `)
})

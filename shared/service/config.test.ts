import { expect, test } from 'bun:test'
import { generateKeyPairSync } from 'node:crypto'
import * as v from 'valibot'
import { newPrivateKey, publicKeyFor } from '../auth/index.ts'
import { createBus } from '../events/index.ts'
import { createLog } from '../log/index.ts'
import { serviceConfig, type ServiceConfig } from './config.ts'

const environment = {
  MONGO_URL: 'mongodb://127.0.0.1/shop',
  NATS_CLIENT_ID: 'shop-0',
  JWT_PUBLIC_KEY: publicKeyFor(newPrivateKey()),
  PUBLIC_ORIGINS: 'https://shop.example, https://shop.example:8443',
}
const check = (change: object) =>
  v.safeParse(v.object(serviceConfig), { ...environment, ...change })

test('a complete environment is parsed', () => {
  const { success, output } = check({})
  expect(success).toBe(true)
  expect(output).toMatchObject({
    PUBLIC_ORIGINS: ['https://shop.example', 'https://shop.example:8443'],
    BROKER_CHECK_MS: 30_000,
  })
})

test.each(['JWT_PUBLIC_KEY', 'JWT_PUBLIC_KEY_PREVIOUS'])(
  '%s must be an Ed25519 public key',
  (name) => {
    const { publicKey } = generateKeyPairSync('x25519')
    const other = publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
    for (const text of ['', 'k'.repeat(32), newPrivateKey(), other])
      expect(check({ [name]: text }).success).toBe(false)
  },
)

test.each(['nats', 'stan+nats', ''])('%p is no bus', (name) => {
  expect(check({ BUS: name }).success).toBe(false)
})

test.each([
  ['stan', 'NATS_URL'],
  ['jetstream', 'JETSTREAM_URL'],
] as const)('a bus on %s needs %s', (bus, name) => {
  const { output } = check({ BUS: bus })
  const create = () => createBus(output as ServiceConfig, createLog('test', 'silent'))
  expect(create).toThrow(`${name}: must be set when BUS is ${bus}`)
})

test.each(Object.keys(environment))('%s is required', (name) => {
  const { issues } = check({ [name]: undefined })
  expect(issues?.map((issue) => v.getDotPath(issue))).toEqual([name])
})

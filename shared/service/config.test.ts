import { expect, test } from 'bun:test'
import * as v from 'valibot'
import { serviceConfig } from './config.ts'

const environment = {
  MONGO_URL: 'mongodb://127.0.0.1/shop',
  NATS_URL: 'nats://127.0.0.1:4222',
  NATS_CLIENT_ID: 'shop-0',
  JWT_KEY: 'k'.repeat(32),
  PUBLIC_ORIGINS: 'https://shop.example, https://shop.example:8443',
}
const check = (change: object) =>
  v.safeParse(v.object(serviceConfig), { ...environment, ...change })

test('a whole environment is read', () => {
  const { success, output } = check({})
  expect(success).toBe(true)
  expect(output).toMatchObject({
    PUBLIC_ORIGINS: ['https://shop.example', 'https://shop.example:8443'],
    REANNOUNCE_MS: 60_000,
  })
})

test.each(['JWT_KEY', 'JWT_KEY_PREVIOUS'])('%s needs 32 bytes, however few letters', (name) => {
  expect(check({ [name]: 'k'.repeat(31) }).success).toBe(false)
  expect(check({ [name]: '' }).success).toBe(false)
  expect(check({ [name]: 'é'.repeat(16) }).success).toBe(true)
})

test.each(Object.keys(environment))('%s must be given', (name) => {
  const { issues } = check({ [name]: undefined })
  expect(issues?.map((issue) => v.getDotPath(issue))).toEqual([name])
})

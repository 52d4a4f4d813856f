import { expect, test } from 'bun:test'
import { databaseUrl, readAddresses } from './addresses.ts'
import { DEFAULT_PORTS } from './ports.ts'

const secrets = {
  jwtKey: 'jwt',
  stripe: { secretKey: 'sk_test_sandbox', publishableKey: 'pk_test_sandbox', webhookSecret: 'w' },
  minioRoot: { accessKey: 'root', secretKey: 'root-secret' },
  minioProducts: { accessKey: 'products', secretKey: 'products-secret' },
}
const read = (env: Record<string, string>) => readAddresses(env, DEFAULT_PORTS, secrets)

test('without anything in the environment every server is our own', () => {
  const { mongo, nats, minio, stripe } = read({})
  expect([mongo.own, nats.own, minio.own, stripe.own]).toEqual([true, true, true, true])
  expect(mongo.url).toBe('mongodb://127.0.0.1:27117')
  expect(stripe.apiUrl).toBe('http://127.0.0.1:3010')
})

test('services never get the root keys of MinIO', () => {
  expect(read({}).minio).toMatchObject(secrets.minioProducts)
})

test('each service has a database of its own on the given server', () => {
  expect(databaseUrl('mongodb://127.0.0.1:27117', 'auth')).toBe('mongodb://127.0.0.1:27117/auth')
  expect(databaseUrl('mongodb://u:p@a:1,b:2/x?replicaSet=r', 'cart')).toBe(
    'mongodb://u:p@a:1,b:2/cart?replicaSet=r',
  )
  expect(databaseUrl('mongodb+srv://u:p@host?w=1', 'cart')).toBe('mongodb+srv://u:p@host/cart?w=1')
})

test('real Stripe keys replace the sandbox', () => {
  const stripe = {
    STRIPE_SECRET_KEY: 'sk_test_1',
    STRIPE_PUBLISHABLE_KEY: 'pk_test_1',
    STRIPE_WEBHOOK_SECRET: 'whsec_1',
  }
  expect(read(stripe).stripe).toMatchObject({ own: false, apiUrl: '', secretKey: 'sk_test_1' })
})

test.each([
  [{ STACK_MONGO_URL: 'localhost:27017' }, 'STACK_MONGO_URL must begin with'],
  [{ STACK_MINIO_URL: 'http://minio' }, 'STACK_MINIO_URL needs'],
  [{ STRIPE_SECRET_KEY: 'rk_1' }, 'STRIPE_SECRET_KEY must begin with'],
  [{ STRIPE_SECRET_KEY: 'sk_test_1' }, 'STRIPE_SECRET_KEY needs'],
])('%j is refused with the reason', (env, message) => {
  expect(() => read(env as Record<string, string>)).toThrow(message)
})

import { expect, test } from 'bun:test'
import { networkOf } from '../network/network.ts'
import { databaseUrl, readAddresses } from './addresses.ts'
import { brokerOf, databaseOf } from './credentials.ts'
import { DEFAULT_PORTS } from './ports.ts'

const passwords = (letter: string) => ({
  admin: `${letter}-admin`,
  auth: `${letter}-auth`,
  products: `${letter}-products`,
  cart: `${letter}-cart`,
  orders: `${letter}-orders`,
  payments: `${letter}-payments`,
  notifications: `${letter}-notifications`,
})
const secrets = {
  accountLinkKey: 'account',
  orderLinkKey: 'order',
  jwtPrivateKey: 'jwt',
  stripe: { secretKey: 'sk_test_sandbox', publishableKey: 'pk_test_sandbox', webhookSecret: 'w' },
  minioRoot: { accessKey: 'root', secretKey: 'root-secret' },
  minioProducts: { accessKey: 'products', secretKey: 'products-secret' },
  mongo: passwords('m'),
  mongoKey: 'key',
  seaweedKey: 'seaweed-key',
  nats: passwords('n'),
}
const read = (env: Record<string, string>) => readAddresses(env, DEFAULT_PORTS, secrets)

test('without settings in the environment every server is local', () => {
  const { mongo, nats, minio, stripe } = read({})
  expect([mongo.own, nats.own, minio.own, stripe.own]).toEqual([true, true, true, true])
  expect(mongo.url).toBe('mongodb://admin:m-admin@127.0.0.1:27117/?authSource=admin')
  expect(nats.url).toBe('nats://admin:n-admin@127.0.0.1:4322')
  expect(stripe.apiUrl).toBe('http://127.0.0.1:3010')
})

test('a service connects to its database and the broker as a user of its own', () => {
  const servers = { addresses: read({}), secrets }
  expect(databaseOf('cart', servers)).toBe('mongodb://cart:m-cart@127.0.0.1:27117/cart')
  expect(brokerOf('nats', 'cart', servers)).toBe('nats://cart:n-cart@127.0.0.1:4322')
  expect(brokerOf('jetstream', 'cart', servers)).toBe('nats://cart:n-cart@127.0.0.1:4323')
})

test('external servers are used as their addresses say', () => {
  const env = { STACK_MONGO_URL: 'mongodb://u:p@a:1,b:2/?w=1', STACK_NATS_URL: 'nats://u:p@c:3' }
  const servers = { addresses: read(env), secrets }
  expect(databaseOf('cart', servers)).toBe('mongodb://u:p@a:1,b:2/cart?w=1')
  expect(brokerOf('nats', 'cart', servers)).toBe('nats://u:p@c:3')
})

test('no service gets the root keys of MinIO', () => {
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

test('three of everything are one address', () => {
  const addresses = readAddresses({}, DEFAULT_PORTS, secrets, true)
  const hosts = '127.0.0.1:27117,127.0.0.1:27118,127.0.0.1:27119'
  expect(addresses.mongo.url).toBe(
    `mongodb://admin:m-admin@${hosts}/?authSource=admin&replicaSet=shop`,
  )
  const servers = { addresses, secrets }
  expect(databaseOf('cart', servers)).toBe(`mongodb://cart:m-cart@${hosts}/cart?replicaSet=shop`)
  expect(brokerOf('jetstream', 'cart', servers)).toBe(
    [4323, 4324, 4325].map((port) => `nats://cart:n-cart@127.0.0.1:${port}`).join(','),
  )
})

test('members with a network of their own are reached there', () => {
  const network = networkOf('/tmp/shop-a')
  const { seats } = network
  const { mongo, jetstream } = readAddresses({}, DEFAULT_PORTS, secrets, true, network)
  expect(mongo.url).toContain(`${seats.mongo.address}:27117,${seats['mongo-1'].address}:27118`)
  expect(jetstream.url).toContain(`@${seats['jetstream-2'].address}:4325`)
  expect(jetstream.monitor).toContain(`http://${seats['jetstream-1'].address}:8324`)
  expect(mongo.url + jetstream.url + jetstream.monitor).not.toContain('127.0.0.1')
})

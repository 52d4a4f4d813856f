import { expect, test } from 'bun:test'
import { pidsOf, shopOf } from './shop.ts'

const NAMES = ['auth', 'products', 'cart', 'orders', 'payments']
const service = (name: string, index: number) => [name, { url: `http://${name}`, pid: index + 1 }]

/** What every commit writes; databases without users, no administrator. */
const oldest = {
  services: Object.fromEntries([...NAMES, 'nginx'].map(service)),
  mongo: {
    ...Object.fromEntries(NAMES.map((name) => [name, `mongodb://127.0.0.1:9/${name}`])),
    pid: 11,
  },
  nats: { url: 'nats://127.0.0.1:10', pid: 12, monitor: 'http://127.0.0.1:12' },
  sandbox: { url: 'http://127.0.0.1:13', pid: 13 },
  users: [
    { email: 'admin@example.com', password: 'a', role: 'admin' },
    { email: 'shopper@example.com', password: 'b', role: 'user' },
  ],
}

test('an older stack file has all that is measured', () => {
  const shop = shopOf(oldest)
  expect(pidsOf(shop)).toEqual({ auth: 1, products: 2, cart: 3, orders: 4, payments: 5 })
  expect(shop.servers).toEqual({ mongod: [11], broker: [12], sandbox: [13] })
  expect(shop.databaseUrl('orders')).toBe('mongodb://127.0.0.1:9/orders')
  expect(shop.user.email).toBe('shopper@example.com')
})

test('databases are opened as the administrator where there is one', () => {
  const admin = 'mongodb://admin:secret@127.0.0.1:9/?authSource=admin'
  const shop = shopOf({ ...oldest, mongo: { ...oldest.mongo, admin } })
  expect(shop.databaseUrl('orders')).toBe(
    'mongodb://admin:secret@127.0.0.1:9/orders?authSource=admin',
  )
})

test('all members of a set and a cluster are measured', () => {
  const shop = shopOf({
    ...oldest,
    mongo: { ...oldest.mongo, pids: [11, 21, 31] },
    bus: 'jetstream',
    jetstream: { pids: [14, 24, 34], monitor: 'http://127.0.0.1:14' },
  })
  expect(shop.servers).toEqual({ mongod: [11, 21, 31], broker: [14, 24, 34], sandbox: [13] })
})

test('a stack file without a service is refused', () => {
  expect(() => shopOf({ ...oldest, services: {} })).toThrow()
})

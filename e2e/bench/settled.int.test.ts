import { afterAll, beforeAll, beforeEach, expect, test } from 'bun:test'
import { SERVICES } from '@shop/shared/contracts'
import { createDatabase, openDatabase } from '@shop/shared/db'
import { createLog } from '@shop/shared/log'
import { newId, readStack, testDatabaseUrl } from '@shop/shared/testing'
import mongoose from 'mongoose'
import type { Databases } from './databases.ts'
import { unsettled } from './settled.ts'

const [orderId, paymentId, productId] = [newId(), newId(), newId()]
const changed = { orderIds: [orderId], productIds: [productId] }
const objectId = (id: string) => new mongoose.Types.ObjectId(id)
const databases = Object.fromEntries(SERVICES.map((name) => [name, createDatabase()])) as Databases

beforeAll(async () => {
  const { mongo } = await readStack()
  const run = crypto.randomUUID().slice(0, 8)
  for (const [name, database] of Object.entries(databases))
    await openDatabase(
      database,
      testDatabaseUrl(mongo.admin, `bench_${name}_${run}`),
      createLog('test', 'error'),
    )
})

beforeEach(async () => {
  for (const database of Object.values(databases)) await database.dropDatabase()
  const { products, cart, orders, payments } = databases
  const rest = { outbox: [] }
  const copy = { _id: productId as never, version: 7 }
  await orders
    .collection('orders')
    .insertOne({ _id: objectId(orderId), status: 'Complete', ...rest })
  await payments.collection('payments').insertOne({ _id: objectId(paymentId), orderId, ...rest })
  await products
    .collection('reservations')
    .insertOne({ _id: objectId(paymentId), state: 'Committed', ...rest })
  await products.collection('products').insertOne({ _id: objectId(productId), version: 7, ...rest })
  await cart.collection('products').insertOne(copy)
  await orders.collection('products').insertOne(copy)
})

afterAll(async () => {
  for (const database of Object.values(databases)) {
    await database.dropDatabase()
    await database.close()
  }
})

test('a shop in which everything has arrived is settled', async () => {
  expect(await unsettled(databases, changed)).toBeNull()
})

test.each([
  ['orders', 'orders', { status: 'Created' }, '0 of 1 orders are complete'],
  ['payments', 'payments', { orderId: 'another' }, '0 of 1 reservations are committed'],
  ['products', 'reservations', { state: 'Committing' }, '0 of 1 reservations are committed'],
  ['cart', 'products', { version: 6 }, '1 copies of products in cart are outdated'],
  ['orders', 'products', { version: 6 }, '1 copies of products in orders are outdated'],
] as const)('it is not while %s has %s with %o', async (service, collection, fields, obstacle) => {
  await databases[service].collection(collection).updateMany({}, { $set: fields })
  expect(await unsettled(databases, changed)).toBe(obstacle)
})

const OUTBOXES = [
  ['orders', 'orders'],
  ['payments', 'payments'],
  ['products', 'reservations'],
  ['products', 'products'],
] as const

test.each(OUTBOXES)(
  'it is not while an event of %s in %s is unpublished',
  async (service, name) => {
    for (const entry of [{ id: 'a' }, { id: 'a', n: 0 }]) {
      const outbox = [{ id: 'b', n: 1 }, entry]
      await databases[service].collection(name).updateMany({}, { $set: { outbox } })
      expect(await unsettled(databases, changed)).toBe('1 documents have unpublished events')
    }
  },
)

test.each(OUTBOXES)(
  'it is when an event of %s in %s only waits to be repeated',
  async (service, name) => {
    const outbox = [
      { id: 'a', n: 1 },
      { id: 'b', n: 3 },
    ]
    await databases[service].collection(name).updateMany({}, { $set: { outbox } })
    expect(await unsettled(databases, changed)).toBeNull()
  },
)

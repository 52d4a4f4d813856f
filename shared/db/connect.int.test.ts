import { expect, test } from 'bun:test'
import { Schema } from 'mongoose'
import { register } from 'prom-client'
import { createLog } from '../log/index.ts'
import { eventually, newId, readStack, startProxy, testDatabaseUrl } from '../testing/index.ts'
import { createDatabase, openDatabase } from './index.ts'

test('the pool of an idle service is looked at once a minute, not ten times a second', async () => {
  const { mongo } = await readStack()
  const db = createDatabase()
  await openDatabase(db, testDatabaseUrl(mongo.auth, 'auth'), createLog('test', 'silent'))
  const { topology } = db.getClient() as unknown as Driver
  const pools = [...topology.s.servers.values()].map(({ pool }) => pool)
  await db.close()
  expect(pools.map(({ options }) => options.minPoolSizeCheckFrequencyMS)).toEqual([60_000])
})

test('connections are counted by what they do', async () => {
  const { mongo } = await readStack()
  const db = createDatabase()
  await openDatabase(
    db,
    testDatabaseUrl(mongo.admin, `pool-${newId()}`),
    createLog('test', 'silent'),
  )
  const counts = async () => {
    const found = (await register.metrics()).matchAll(/^mongo_connections\{state="(.*)"\} (.*)$/gm)
    return Object.fromEntries([...found].map(([, state, count]) => [state, Number(count)]))
  }
  await db.collection('things').insertOne({})
  const finding = db.collection('things').find({ $where: 'sleep(1000) || true' }).toArray()
  await eventually(async () => expect((await counts())['busy']).toBe(1))
  await finding
  const { open = 0, ...others } = await counts()
  expect(open).toBeGreaterThan(0)
  expect(others).toEqual({ busy: 0, awaited: 0 })
  await db.dropDatabase()
  await db.close()
  expect(await counts()).toEqual({ open: 0, busy: 0, awaited: 0 })
})

/** A database behind a proxy, with a model whose indexes are created after `before`. */
async function slowDatabase(before: (proxy: Proxy, tries: number) => void) {
  const { mongo } = await readStack()
  const proxy = await startProxy(testDatabaseUrl(mongo.admin, `connect-${newId()}`))
  const db = createDatabase()
  const { collection } = db.model('Thing', new Schema({ name: String }).index({ name: 1 }))
  const createIndexes = collection.createIndexes.bind(collection) as (
    ...args: unknown[]
  ) => Promise<string[]>
  let tries = 0
  collection.createIndexes = async (...args: unknown[]) => {
    tries += 1
    before(proxy, tries)
    return createIndexes(...args)
  }
  await openDatabase(db, proxy.url, createLog('test', 'silent'))
  const indexes = await collection.indexes()
  await db.dropDatabase()
  await db.close()
  proxy.stop()
  return { tries, indexes: indexes.map(({ name }) => name) }
}

test('a server that dies while indexes are created is waited for', async () => {
  const { tries } = await slowDatabase((proxy, count) => (count === 1 ? proxy.cut() : proxy.mend()))
  expect(tries).toBeGreaterThan(1)
}, 20_000)

test('an index may take longer than any other command', async () => {
  const found = await slowDatabase((proxy) => {
    proxy.swallow('responses')
    setTimeout(() => proxy.mend(), 11_000)
  })
  expect(found).toEqual({ tries: 1, indexes: ['_id_', 'name_1'] })
}, 30_000)

type Proxy = Awaited<ReturnType<typeof startProxy>>

interface Driver {
  topology: {
    s: { servers: Map<string, { pool: { options: { minPoolSizeCheckFrequencyMS: number } } }> }
  }
}

import { afterAll, afterEach, beforeAll, expect, test } from 'bun:test'
import { createDatabase, openDatabase } from '../db/index.ts'
import { createLog } from '../log/index.ts'
import { eventually, readStack, testDatabaseUrl } from '../testing/index.ts'
import { SweepLease } from './sweep-lease.ts'
import { Sweeping } from './sweeping.ts'

const EVERY_MS = 100
const db = createDatabase()
const log = createLog('test', 'silent')
const running: Sweeping[] = []

beforeAll(async () => {
  const { mongo } = await readStack()
  const name = `test_sweeps_${crypto.randomUUID().slice(0, 8)}`
  await openDatabase(db, testDatabaseUrl(mongo.admin, name), log)
})

afterEach(async () => {
  for (const sweeping of running.splice(0)) await sweeping.stop()
  await db.collection('leases').deleteMany({})
})

afterAll(async () => {
  await db.dropDatabase()
  await db.close()
})

/** A replica, and how often it has swept. */
function start(replica: string, run: () => Promise<void> = async () => {}) {
  const swept = { times: 0 }
  const sweeper = {
    name: 'test',
    run: async () => {
      swept.times += 1
      await run()
    },
  }
  const config = { NATS_CLIENT_ID: replica, SWEEP_MS: EVERY_MS }
  const sweeping = new Sweeping([sweeper], { config, db, log })
  sweeping.start()
  running.push(sweeping)
  return { swept, sweeping }
}

test('of three replicas one sweeps', async () => {
  const replicas = ['orders-0', 'orders-1', 'orders-2'].map((name) => start(name).swept)
  await eventually(() => expect(Math.max(...replicas.map(({ times }) => times))).toBe(5))
  expect(replicas.filter(({ times }) => times > 0)).toHaveLength(1)
})

test('another replica sweeps when the first one stops', async () => {
  const first = start('orders-0')
  await eventually(() => expect(first.swept.times).toBeGreaterThan(0))
  const second = start('orders-1')
  await first.sweeping.stop()
  await eventually(() => expect(second.swept.times).toBeGreaterThan(0))
})

test('another replica sweeps when the first one is killed, and the first not again beside it', async () => {
  const held = new SweepLease(db, 'orders-0', EVERY_MS)
  expect(await held.take()).toBe(true)
  const second = start('orders-1')
  await eventually(() => expect(second.swept.times).toBeGreaterThan(0))
  expect(await held.take()).toBe(false)
})

test('a failing sweeper is run again', async () => {
  const { swept } = start('orders-0', () => Promise.reject(new Error('broken')))
  await eventually(() => expect(swept.times).toBeGreaterThan(2))
})

import { expect, test } from 'bun:test'
import { Schema } from 'mongoose'
import { createLog } from '../log/index.ts'
import { newId, readStack, startProxy, testDatabaseUrl } from '../testing/index.ts'
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

test('a server that dies while indexes are created is waited for', async () => {
  const { mongo } = await readStack()
  const proxy = await startProxy(testDatabaseUrl(mongo.admin, `connect-${newId()}`))
  const db = createDatabase()
  const model = db.model('Thing', new Schema({ name: String }).index({ name: 1 }))
  const createIndexes = model.createIndexes.bind(model)
  let tries = 0
  model.createIndexes = async () => {
    tries += 1
    if (tries === 1) proxy.cut()
    else proxy.mend()
    await createIndexes()
  }
  await openDatabase(db, proxy.url, createLog('test', 'silent'))
  expect(tries).toBeGreaterThan(1)
  await db.dropDatabase()
  await db.close()
  proxy.stop()
}, 20_000)

interface Driver {
  topology: {
    s: { servers: Map<string, { pool: { options: { minPoolSizeCheckFrequencyMS: number } } }> }
  }
}

import { expect, test } from 'bun:test'
import { createLog } from '../log/index.ts'
import { readStack, testDatabaseUrl } from '../testing/index.ts'
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

interface Driver {
  topology: {
    s: { servers: Map<string, { pool: { options: { minPoolSizeCheckFrequencyMS: number } } }> }
  }
}

import { expect, test } from 'bun:test'
import { createDatabase, openDatabase } from '@shop/shared/db'
import { createLog } from '@shop/shared/log'
import { readStack, testDatabaseUrl } from '@shop/shared/testing'
import { withDatabases } from '../databases.ts'
import { shopOf } from '../shop.ts'
import { countCommands, withProfiler } from './commands.ts'

test('commands of others in the time are counted by service, without the benchmark’s own', async () => {
  const stack = await readStack()
  const run = crypto.randomUUID().slice(0, 8)
  const databaseUrl = (name: string) => testDatabaseUrl(stack.mongo.admin, `bench_${run}_${name}`)
  const service = createDatabase()
  await openDatabase(service, databaseUrl('orders'), createLog('test', 'error'))
  await withDatabases({ ...shopOf(stack), databaseUrl }, async (databases) => {
    const counts = await withProfiler(databases, async () => {
      const from = new Date()
      await service.collection('things').insertOne({ outboxAt: new Date() })
      await service.collection('things').updateOne({}, { $set: { a: 1 } })
      await service.collection('things').findOne({ outboxAt: { $gt: new Date(0) } })
      await service.collection('things').findOne({ outboxAt: { $lt: new Date(0) } })
      await databases.orders.collection('things').findOne({})
      return countCommands(databases, from, new Date(Date.now() + 1))
    })
    expect(counts).toMatchObject({ auth: 0, products: 0, cart: 0, orders: 3, payments: 0 })
    for (const database of Object.values(databases)) await database.dropDatabase()
  })
  await service.close()
})

import { beforeAll, expect, test } from 'bun:test'
import { createDatabase, isDatabaseOutage, openDatabase } from '@shop/shared/db'
import type { Log } from '@shop/shared/log'
import { eventually, testDatabaseUrl } from '@shop/shared/testing'
import { find } from '../provision/find.ts'
import { databaseOf } from '../settings/credentials.ts'
import { LONG_MS, replicatedShop } from '../testing/replicated.ts'
import { initiateSet } from './mongo-set.ts'
import { prepareUsers } from './mongo-users.ts'
import { mongods } from './mongo.ts'

const { shop, start } = await replicatedShop()
/** At this level commands are monitored. */
const traced = { isLevelEnabled: () => true, trace() {}, warn() {} } as unknown as Log

beforeAll(async () => {
  await start(mongods(shop, (await find('mongod'))?.path ?? ''))
  await initiateSet(shop)
  await prepareUsers(shop)
}, LONG_MS)

test('reads see what the majority has, and nothing older than what was written before', async () => {
  const db = createDatabase()
  await openDatabase(db, databaseOf('orders', shop), traced)
  const commands: [string, { readConcern?: object; writeConcern?: object }][] = []
  db.getClient().on('commandStarted', ({ commandName, command }) => {
    commands.push([commandName, command])
  })
  await db.collection('things').insertOne({ name: 'teapot' })
  await db.collection('things').findOne({ name: 'teapot' })
  await db.close()
  const [insert, read] = ['insert', 'find'].map(
    (name) => commands.find(([each]) => each === name)?.[1],
  )
  expect(insert?.writeConcern).toMatchObject({ w: 'majority', j: true })
  expect(read?.readConcern).toMatchObject({
    level: 'majority',
    afterClusterTime: expect.anything(),
  })
})

test(
  'while a new primary is elected, writes fail as outages only, and what was acknowledged stays',
  async () => {
    const db = createDatabase()
    await openDatabase(db, testDatabaseUrl(shop.addresses.mongo.url, 'orders'), traced)
    const things = db.collection<{ _id: number }>('written')
    const acknowledged: number[] = []
    const faults: unknown[] = []
    let isOver = false
    const write = async (first: number) => {
      for (let id = first; !isOver; id += 4)
        await things.insertOne({ _id: id }).then(
          () => acknowledged.push(id),
          (error: unknown) => faults.push(error),
        )
    }
    const writing = Promise.all([0, 1, 2, 3].map(write))
    await eventually(() => expect(acknowledged.length).toBeGreaterThan(100))
    const before = acknowledged.length
    await db.db?.admin().command({ replSetStepDown: 20, force: true })
    await eventually(() => expect(acknowledged.length).toBeGreaterThan(before + 100), LONG_MS)
    isOver = true
    await writing
    const stored = new Set((await things.find().toArray()).map(({ _id }) => _id))
    await db.close()
    expect(faults.filter((error) => !isDatabaseOutage(error))).toEqual([])
    expect(acknowledged.filter((id) => !stored.has(id))).toEqual([])
  },
  LONG_MS,
)

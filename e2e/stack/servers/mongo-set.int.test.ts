import { afterAll, beforeAll, expect, test } from 'bun:test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createDatabase, isDatabaseOutage, openDatabase } from '@shop/shared/db'
import type { Log } from '@shop/shared/log'
import { eventually, testDatabaseUrl } from '@shop/shared/testing'
import { find } from '../provision/find.ts'
import { readAddresses } from '../settings/addresses.ts'
import { databaseOf } from '../settings/credentials.ts'
import { choosePorts } from '../settings/ports.ts'
import { loadSecrets } from '../settings/secrets.ts'
import { launch, terminate, type Run } from '../supervisor/child.ts'
import { initiateSet } from './mongo-set.ts'
import { prepareUsers } from './mongo-users.ts'
import { mongods } from './mongo.ts'

const LONG_MS = 60_000
const data = mkdtempSync(join(tmpdir(), 'shop-set-'))
const ports = choosePorts('random')
const secrets = loadSecrets(data)
const addresses = readAddresses({}, ports, secrets, true)
const shop = {
  mode: 'test',
  data,
  ports,
  secrets,
  addresses,
  bus: 'stan',
  isReplicated: true,
  s3: 'minio',
} as const
const members: Run[] = []
/** At this level commands are monitored. */
const traced = { isLevelEnabled: () => true, trace() {}, warn() {} } as unknown as Log

beforeAll(async () => {
  for (const spec of mongods(shop, (await find('mongod'))?.path ?? '')) {
    members.push(launch(spec, join(data, `${spec.name}.log`)))
    await eventually(async () => expect(await spec.ready()).toBe(true))
  }
  await initiateSet(shop)
  await prepareUsers(shop)
}, LONG_MS)

afterAll(async () => {
  for (const member of members) await terminate(member, 5000)
  rmSync(data, { recursive: true })
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
    await openDatabase(db, testDatabaseUrl(addresses.mongo.url, 'orders'), traced)
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

import { afterAll, afterEach, beforeAll, expect, test } from 'bun:test'
import type { Connection } from 'mongoose'
import { createDatabase, openDatabase } from '../db/index.ts'
import type { Broker, BrokerConnection } from '../events/index.ts'
import { createLog } from '../log/index.ts'
import { eventually, newId, readStack, testDatabaseUrl } from '../testing/index.ts'
import { BrokerCheck } from './broker-check.ts'
import type { Mark } from './mark.ts'
import { Marks, requestRepublish } from './marks.ts'
import type { PastEvent } from './past-event.ts'
import { listen } from './testing/listen.ts'

const HOUR_MS = 3_600_000
const log = createLog('test', 'silent')
const checks: BrokerCheck[] = []
let db: Connection

beforeAll(async () => {
  const stack = await readStack()
  const name = `test_marks_${crypto.randomUUID().slice(0, 8)}`
  db = createDatabase()
  await openDatabase(db, testDatabaseUrl(stack.mongo.admin, name), log)
})

afterEach(async () => {
  for (const check of checks.splice(0)) await check.stop()
  await db.collection('marks').deleteMany({})
})

afterAll(async () => {
  await db.dropDatabase()
  await db.close()
})

type Listening = Awaited<ReturnType<typeof listen>>
type Listener = (connection: BrokerConnection) => void

const connectionOf = ({ broker }: Listening) =>
  new Promise<BrokerConnection>((resolve) => broker.onConnected(resolve))

/** A replica of orders with one cancelled order, and the times since which it has republished. */
function startCheck(
  { broker }: { broker: Pick<Broker, 'onConnected' | 'onStored'> },
  id: string,
  replica = 'orders-0',
) {
  const requested: Date[] = []
  async function* eventsSince(since: Date): AsyncGenerator<PastEvent, void> {
    requested.push(since)
    const data = { id, version: 1, reason: 'user' }
    yield { subject: 'order:cancelled', data, at: new Date(Date.now() - HOUR_MS) }
  }
  const marks = new Marks(db, replica, 'stan')
  const service = 'orders'
  const check = new BrokerCheck({
    service,
    everyMs: 200,
    sources: [],
    eventsSince,
    marks,
    broker,
    log,
  })
  check.start()
  checks.push(check)
  return requested
}

const storedMark = () => db.collection<Mark & { _id: string }>('marks').findOne({ _id: 'broker' })
const marked = (epoch: number) =>
  eventually(async () => expect((await storedMark())?.epoch).toBe(epoch), 20_000)
const minutesAgo = (time: Date | undefined) => Math.round((Date.now() - Number(time)) / 60_000)

test('an empty broker gets the events of a day with their own times, once; then it is marked', async () => {
  const broker = await listen()
  const id = newId()
  const requested = startCheck(broker, id)
  await marked(1)
  expect(requested.map(minutesAgo)).toEqual([24 * 60])
  expect(broker.published.filter((event) => event.id === id)).toHaveLength(1)
  const [event] = broker.published
  expect(minutesAgo(new Date(event?.at ?? 0))).toBe(60)
  // The mark knows the events that were republished before it.
  expect((await storedMark())?.sequences).toMatchObject({ 'order:cancelled': 1 })
}, 30_000)

test('a new connection gets what came after the mark, which is then renewed', async () => {
  const broker = await listen()
  startCheck(broker, newId())
  await marked(1)
  await checks.pop()?.stop()
  const requested = startCheck(broker, newId())
  await marked(2)
  expect(requested.map(minutesAgo)).toEqual([1])
}, 40_000)

test('a broker that loses its store on a live connection gets everything again', async () => {
  const [before, after] = [await listen(), await listen()]
  const connections = await Promise.all([before, after].map(connectionOf))
  let [current] = connections
  const connection: BrokerConnection = {
    publish: async (subject, text) => current?.publish(subject, text),
    newest: async (subject) => current?.newest(subject) ?? null,
  }
  const broker = { onConnected: (take: Listener) => take(connection), onStored: () => {} }
  const requested = startCheck({ broker }, newId())
  await marked(1)
  current = connections[1]
  await marked(2)
  expect(requested.map(minutesAgo)).toEqual([24 * 60, 24 * 60])
  expect(after.published).toHaveLength(1)
}, 40_000)

test('a requested republish is done once', async () => {
  const broker = await listen()
  const requested = startCheck(broker, newId())
  await marked(1)
  await requestRepublish(db, new Date(0))
  await eventually(
    async () => expect(await storedMark()).not.toHaveProperty('republishSince'),
    20_000,
  )
  await marked(2)
  expect(requested.slice(1)).toEqual([new Date(0)])
}, 40_000)

test('of two replicas one republishes while the other waits', async () => {
  const broker = await listen()
  const marks = new Marks(db, 'orders-1', 'stan')
  await marks.read()
  expect(await marks.lease()).toBe(true)
  const requested = startCheck(broker, newId())
  await eventually(async () => expect((await storedMark())?.epoch).toBeUndefined())
  expect(await new Marks(db, 'orders-0', 'stan').lease()).toBe(false)
  expect(requested).toEqual([])
  const mark = { shop: 'ours', epoch: 1, upTo: Date.now(), sequences: {} }
  await marks.store(mark, await marks.read(), false)
  await eventually(() => expect(requested.length).toBe(1), 20_000)
}, 30_000)

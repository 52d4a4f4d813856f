import { afterAll, beforeAll, expect, test } from 'bun:test'
import { Schema, type Connection, type Model } from 'mongoose'
import { createDatabase, openDatabase } from '../db/index.ts'
import { NatsStreamingBus, type EventBus } from '../events/index.ts'
import { createLog } from '../log/index.ts'
import { eventually, newId, readStack, testDatabaseUrl } from '../testing/index.ts'
import {
  Relay,
  withEvents,
  withLatestEvent,
  event,
  outboxOf,
  outboxPaths,
  snapshotEvent,
} from './index.ts'

const log = createLog('test', 'silent')
const schema: Schema = new Schema({ count: Number, ...outboxPaths }, { versionKey: false })
let db: Connection
let model: Model<{ count: number }>
const buses: NatsStreamingBus[] = []

beforeAll(async () => {
  const stack = await readStack()
  const name = `test_outbox_${crypto.randomUUID().slice(0, 8)}`
  const url = testDatabaseUrl(stack.mongo.admin, name)
  db = createDatabase()
  model = db.model<{ count: number }>('Thing', schema, 'things')
  await openDatabase(db, url, log)
})

afterAll(async () => {
  for (const bus of buses) await bus.close()
  await db.dropDatabase()
  await db.close()
})

interface Published {
  subject: string
  id: string
  eventId: string
}

/** A bus on the real broker that can reject the first publishes, and what was published on it. */
async function listen(failures = 0) {
  const { url, clusterId } = (await readStack()).nats
  const clientId = `relay-${crypto.randomUUID().slice(0, 8)}`
  const broker = new NatsStreamingBus({
    url,
    clusterId,
    clientId,
    ackWaitS: 30,
    prefix: `${clientId}.`,
    log,
  })
  buses.push(broker)
  const published: Published[] = []
  for (const subject of ['order:cancelled', 'product:created', 'product:updated'])
    broker.subscribe(subject, 'test', async ({ text }) => {
      const { id, meta } = JSON.parse(text)
      published.push({ subject, id, eventId: meta.eventId })
    })
  await eventually(() => expect(broker.isConnected()).toBe(true))
  let left = failures
  const publish: EventBus['publish'] = async (subject, text) => {
    left -= 1
    if (left >= 0) throw new Error('broker unavailable')
    await broker.publish(subject, text)
  }
  return { bus: { publish } as EventBus, published }
}

const cancelled = (id: string) => event('order:cancelled', { id, version: 1, reason: 'user' })

async function withRelay(bus: EventBus, work: () => Promise<void>, republishMs = 60_000) {
  const render = ({ _id, count }: { _id: unknown; count: number }) => ({ id: String(_id), count })
  const relay = new Relay({ sources: [{ model, render }], bus, log, republishMs })
  relay.start()
  await work()
  await relay.stop()
}

test('events of one document are published in order, also after failed attempts', async () => {
  const { bus, published } = await listen(2)
  const [first, second] = [newId(), newId()]
  await model.create({ _id: first, count: 1, ...outboxOf(cancelled(first)) } as never)
  await model.updateOne({ _id: first }, withEvents({ $inc: { count: 1 } }, cancelled(second)))
  await withRelay(bus, () =>
    eventually(() => expect(published.map(({ id }) => id)).toEqual([first, second])),
  )
})

test('an event is published four times with the same id, then removed', async () => {
  const { bus, published } = await listen()
  const id = newId()
  await model.create({ _id: id, count: 1, ...outboxOf(cancelled(id)) } as never)
  const mine = () => published.filter((one) => one.id === id)
  await withRelay(bus, () => eventually(() => expect(mine().length).toBe(4), 15_000), 5)
  expect(new Set(mine().map(({ eventId }) => eventId)).size).toBe(1)
  const left = await model.collection.findOne({ _id: (await model.findById(id))?._id as never })
  expect(left).not.toHaveProperty('outboxAt')
  expect(left?.['outbox']).toEqual([])
}, 20_000)

test('a one-slot outbox publishes the latest state only', async () => {
  const { bus, published } = await listen()
  const id = newId()
  await model.create({ _id: id, count: 1, ...outboxOf(snapshotEvent('product:created')) } as never)
  const update = withLatestEvent({ $inc: { count: 1 } }, snapshotEvent('product:updated'))
  await model.updateOne({ _id: id }, update)
  await withRelay(bus, () =>
    eventually(() => expect(published.map(({ subject }) => subject)).toContain('product:updated')),
  )
  expect(published.filter((one) => one.id === id).map(({ subject }) => subject)).toEqual([
    'product:updated',
  ])
})

import { afterAll, afterEach, beforeAll, expect, test } from 'bun:test'
import { Schema, type Connection, type Model } from 'mongoose'
import { createDatabase, openDatabase } from '../db/index.ts'
import { createLog } from '../log/index.ts'
import { eventually, newId, readStack, testDatabaseUrl } from '../testing/index.ts'
import {
  Relay,
  event,
  hasOutbox,
  outboxOf,
  snapshotEvent,
  withEvents,
  withLatestEvent,
  type OutboxEntry,
} from './index.ts'
import { listen, type Published } from './testing/listen.ts'

const log = createLog('test', 'silent')
const schema: Schema = new Schema({ _id: String, version: Number }, { versionKey: false })
schema.plugin(hasOutbox)
const relays: Relay[] = []
let db: Connection
let model: Model<{ _id: string; version: number }>

beforeAll(async () => {
  const stack = await readStack()
  db = createDatabase()
  model = db.model<{ _id: string; version: number }>('Thing', schema, 'things')
  const name = `test_outbox_${crypto.randomUUID().slice(0, 8)}`
  await openDatabase(db, testDatabaseUrl(stack.mongo.admin, name), log)
})

afterEach(async () => {
  for (const relay of relays.splice(0)) await relay.stop()
})

afterAll(async () => {
  await db.dropDatabase()
  await db.close()
})

function startRelay(bus: Awaited<ReturnType<typeof listen>>['bus']): Relay {
  const render = ({ _id, version }: { _id: string; version: number }) => ({ id: _id, version })
  const relay = new Relay({ sources: [{ model, render }], bus, log })
  relay.start()
  relays.push(relay)
  return relay
}

const cancelled = (id: string) => event('order:cancelled', { id, version: 1, reason: 'user' })
const insert = (_id: string, ...entries: OutboxEntry[]) =>
  model.create({ _id, version: 1, ...outboxOf(...entries) } as never)
const stored = (_id: string) => model.collection.findOne({ _id: _id as never })
const removed = (_id: string) =>
  eventually(async () => {
    const left = await stored(_id)
    expect(left?.['outbox']).toEqual([])
    expect(left).not.toHaveProperty('outboxAt')
    expect(left).toHaveProperty('lastEventAt')
  })
const eventsOf = (published: Published[], id: string) => published.filter((one) => one.id === id)

test('an event is published once, from memory, and removed', async () => {
  const { bus, published } = await listen()
  const relay = startRelay(bus)
  const id = newId()
  const entry = cancelled(id)
  await insert(id, entry)
  relay.publish(model, { _id: id }, entry)
  await removed(id)
  await eventually(() => expect(eventsOf(published, id).length).toBe(1))
})

test('an event that nobody publishes from memory is published by the poll, in order, also after failures', async () => {
  const { bus, published } = await listen(2)
  const [first, second] = [newId(), newId()]
  await insert(first, cancelled(first))
  await model.updateOne({ _id: first }, withEvents({ $inc: { version: 1 } }, cancelled(second)))
  startRelay(bus)
  await eventually(() => expect(published.map(({ id }) => id)).toEqual([first, second]), 20_000)
  await removed(first)
}, 30_000)

test('two relays publish what both find pending once', async () => {
  const { bus, published } = await listen()
  const ids = Array.from({ length: 100 }, newId)
  for (const id of ids) await insert(id, cancelled(id))
  startRelay(bus)
  startRelay(bus)
  for (const id of ids) await removed(id)
  await eventually(() => expect(published.length).toBeGreaterThanOrEqual(ids.length))
  expect(published.map(({ id }) => id).toSorted()).toEqual(ids.toSorted())
}, 30_000)

test('a poll leaves an event alone that was committed a moment ago', async () => {
  const { bus, published } = await listen()
  startRelay(bus)
  const [late, next] = [newId(), newId()]
  // A process that is connected and polls regularly.
  await insert(late, cancelled(late))
  await model.collection.updateOne({ _id: late as never }, { $set: { outboxAt: new Date() } })
  await removed(late)
  await insert(next, cancelled(next))
  await insert(late + 1, cancelled(late + 1))
  await model.collection.updateOne({ _id: `${late}1` as never }, { $set: { outboxAt: new Date() } })
  await removed(`${late}1`)
  expect(eventsOf(published, next)).toEqual([])
  expect((await stored(next))?.['outbox']).toHaveLength(1)
})

test('what a wrong clock has put far into the future is published, too', async () => {
  const { bus } = await listen()
  startRelay(bus)
  const id = newId()
  await insert(id, cancelled(id))
  const nextYear = new Date(Date.now() + 365 * 86_400_000)
  await model.collection.updateOne({ _id: id as never }, { $set: { outboxAt: nextYear } })
  await removed(id)
})

test('a one-slot outbox publishes the latest state only', async () => {
  const { bus, published } = await listen()
  const id = newId()
  await insert(id, snapshotEvent('product:created'))
  const update = withLatestEvent({ $inc: { version: 1 } }, snapshotEvent('product:updated'))
  await model.updateOne({ _id: id }, update)
  startRelay(bus)
  await removed(id)
  expect(eventsOf(published, id)).toMatchObject([{ subject: 'product:updated', version: 2 }])
})

test('of many states written at once the last one is published, and not each one before', async () => {
  const { bus, published } = await listen()
  const relay = startRelay(bus)
  const id = newId()
  await model.create({ _id: id, version: 0 })
  const change = async () => {
    const entry = snapshotEvent('product:updated')
    const update = withLatestEvent({ $inc: { version: 1 } }, entry)
    const written = await model
      .findOneAndUpdate({ _id: id }, update, { returnDocument: 'after' })
      .lean()
    if (written !== null) relay.publish(model, written, entry)
  }
  await Promise.all(Array.from({ length: 50 }, change))
  await removed(id)
  await eventually(() => expect(eventsOf(published, id).at(-1)?.version).toBe(50))
  expect(eventsOf(published, id).length).toBeLessThan(50)
})

test('an event appended while an earlier one is published is not removed with it', async () => {
  const { bus, published } = await listen()
  const relay = startRelay(bus)
  const id = newId()
  const [first, second] = [cancelled(id), cancelled(id)]
  await insert(id, first)
  relay.publish(model, { _id: id }, first)
  await model.updateOne({ _id: id }, withEvents({}, second))
  relay.publish(model, { _id: id }, second)
  await removed(id)
  const eventIds = () => eventsOf(published, id).map(({ eventId }) => eventId)
  await eventually(() => expect(eventIds()).toEqual([first.id, second.id]))
})

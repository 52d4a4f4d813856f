import { afterAll, afterEach, beforeAll, expect, test } from 'bun:test'
import { eventually, newId } from '../testing/index.ts'
import { snapshotEvent, withEvents, withLatestEvent } from './index.ts'
import { listen, type Published } from './testing/listen.ts'
import { Things, cancelled, thingSchema } from './testing/things.ts'

const things = new Things()

beforeAll(() => things.open())
afterEach(() => things.stopRelays())
afterAll(() => things.close())

const eventsOf = (published: Published[], id: string) => published.filter((one) => one.id === id)

test('an event that nobody publishes from memory is published by the poll, in order, also after failures', async () => {
  const { bus, published } = await listen(2)
  const [first, second] = [newId(), newId()]
  await things.insert(first, cancelled(first))
  await things.model.updateOne(
    { _id: first },
    withEvents({ $inc: { version: 1 } }, cancelled(second)),
  )
  things.startRelay(bus)
  await eventually(() => expect(published.map(({ id }) => id)).toEqual([first, second]), 20_000)
  await things.removed(first)
}, 30_000)

test('two relays publish what both find pending once', async () => {
  const { bus, published } = await listen()
  const ids = Array.from({ length: 100 }, newId)
  for (const id of ids) await things.insert(id, cancelled(id))
  things.startRelay(bus)
  things.startRelay(bus)
  for (const id of ids) await things.removed(id)
  await eventually(() => expect(published.length).toBeGreaterThanOrEqual(ids.length))
  expect(published.map(({ id }) => id).toSorted()).toEqual(ids.toSorted())
}, 30_000)

test('a poll leaves an event alone that was committed a moment ago', async () => {
  const { bus, published } = await listen()
  things.startRelay(bus)
  const [late, next] = [newId(), newId()]
  // A process that is connected and polls regularly.
  await things.insert(late, cancelled(late))
  await things.dueAt(late, new Date())
  await things.removed(late)
  await things.insert(next, cancelled(next))
  await things.insert(late + 1, cancelled(late + 1))
  await things.dueAt(`${late}1`, new Date())
  await things.removed(`${late}1`)
  expect(eventsOf(published, next)).toEqual([])
  expect((await things.stored(next))?.['outbox']).toHaveLength(1)
})

test('what a wrong clock has put far into the future is published, too', async () => {
  const { bus } = await listen()
  things.startRelay(bus)
  const id = newId()
  await things.insert(id, cancelled(id))
  const nextYear = new Date(Date.now() + 365 * 86_400_000)
  await things.dueAt(id, nextYear)
  await things.removed(id)
})

test('a one-slot outbox publishes the latest state only', async () => {
  const { bus, published } = await listen()
  const id = newId()
  await things.insert(id, snapshotEvent('product:created'))
  const update = withLatestEvent({ $inc: { version: 1 } }, snapshotEvent('product:updated'))
  await things.model.updateOne({ _id: id }, update)
  things.startRelay(bus)
  await things.removed(id)
  expect(eventsOf(published, id)).toMatchObject([{ subject: 'product:updated', version: 2 }])
})

test('an idle relay polls one collection at a time, each in turn', async () => {
  const { bus } = await listen()
  const names = ['first', 'second']
  const { db } = things
  things.startRelay(
    bus,
    names.map((name) => ({ model: db.model(name, thingSchema, name) })),
  )
  await db.db?.command({ profile: 2 })
  const polled = async () => {
    const found = await db.collection('system.profile').find({ op: 'query' }).toArray()
    const collections = found.map(({ ns }) => String(ns).split('.')[1] ?? '')
    return collections.filter((name) => names.includes(name))
  }
  // Both at the start, and then one at a time.
  await eventually(async () => expect((await polled()).length).toBeGreaterThan(5), 20_000)
  await db.db?.command({ profile: 0 })
  const inTurn = (await polled()).slice(2)
  for (const [n, name] of inTurn.entries()) if (n > 0) expect(name).not.toBe(inTurn[n - 1] ?? '')
}, 30_000)

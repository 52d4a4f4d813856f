import { afterAll, afterEach, beforeAll, expect, test } from 'bun:test'
import { eventually, newId } from '../testing/index.ts'
import { snapshotEvent, withEvents, withLatestEvent } from './index.ts'
import { listen, type Published } from './testing/listen.ts'
import { Things, cancelled } from './testing/things.ts'

const things = new Things()

beforeAll(() => things.open())
afterEach(() => things.stopRelays())
afterAll(() => things.close())

/** The events of a thing, each once: the broker delivers at least once. */
function eventsOf(published: Published[], id: string): Published[] {
  const own = published.filter((one) => one.id === id)
  return own.filter((one, at) => own.findIndex(({ eventId }) => eventId === one.eventId) === at)
}

test('an event is published once, from memory, and removed', async () => {
  const { bus, published } = await listen()
  const relay = things.startRelay(bus)
  const id = newId()
  const entry = cancelled(id)
  await things.insert(id, entry)
  relay.publish(things.model, { _id: id }, entry)
  await things.removed(id)
  await eventually(() => expect(eventsOf(published, id).length).toBe(1))
})

test('of many states written at once the last one is published, and not each one before', async () => {
  const { bus, published } = await listen()
  const relay = things.startRelay(bus)
  const id = newId()
  await things.model.create({ _id: id, version: 0 })
  const change = async () => {
    const entry = snapshotEvent('product:updated')
    const update = withLatestEvent({ $inc: { version: 1 } }, entry)
    const written = await things.model
      .findOneAndUpdate({ _id: id }, update, { returnDocument: 'after' })
      .lean()
    if (written !== null) relay.publish(things.model, written, entry)
  }
  await Promise.all(Array.from({ length: 50 }, change))
  await things.removed(id)
  await eventually(() => expect(eventsOf(published, id).at(-1)?.version).toBe(50))
  expect(eventsOf(published, id).length).toBeLessThan(50)
})

test('an event appended while an earlier one is published is not removed with it', async () => {
  const { bus, published } = await listen()
  const relay = things.startRelay(bus)
  const id = newId()
  const [first, second] = [cancelled(id), cancelled(id)]
  await things.insert(id, first)
  relay.publish(things.model, { _id: id }, first)
  await things.model.updateOne({ _id: id }, withEvents({}, second))
  relay.publish(things.model, { _id: id }, second)
  await things.removed(id)
  const eventIds = () => eventsOf(published, id).map(({ eventId }) => eventId)
  await eventually(() => expect(eventIds()).toEqual([first.id, second.id]))
})

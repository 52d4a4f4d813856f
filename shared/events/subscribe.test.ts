import { expect, test } from 'bun:test'
import { createLog } from '../log/index.ts'
import { newId } from '../testing/index.ts'
import type { EventBus, HandleDelivery } from './event-bus.ts'
import { RetryLater, listener, subscribe, type DeadLetter } from './subscribe.ts'

class Outage extends Error {}

const OUTAGES = 30
const FAILURES = 10

/** Delivers events to one listener, as often as the test says. */
function subscribed(handle: () => Promise<void>, storeDeadLetter = async () => {}) {
  const letters: DeadLetter[] = []
  let deliver: HandleDelivery = async () => {}
  const bus = {
    subscribe: (_subject: string, _group: string, next: HandleDelivery) => void (deliver = next),
  } as unknown as EventBus
  subscribe(bus, listener('user:updated', handle), {
    group: 'cart',
    storeDeadLetter: async (letter) => {
      await storeDeadLetter()
      letters.push(letter)
    },
    isOutage: (error) => error instanceof Outage,
    log: createLog('test', 'silent'),
  })
  const id = newId()
  const meta = { eventId: id, at: new Date().toISOString(), correlationId: id, v: 1 }
  const text = JSON.stringify({ id, version: 1, meta })
  let redeliveries = -1
  /** The number of deliveries that were not acknowledged. */
  async function deliverTimes(times: number): Promise<number> {
    let rejected = 0
    for (let n = 0; n < times; n += 1) {
      redeliveries += 1
      await deliver({ text, redeliveries }).catch(() => (rejected += 1))
    }
    return rejected
  }
  return { letters, deliverTimes }
}

test('an event whose handler fails ten times is a dead letter', async () => {
  const { letters, deliverTimes } = subscribed(() => Promise.reject(new Error('no such thing')))
  expect(await deliverTimes(FAILURES - 1)).toBe(FAILURES - 1)
  expect(letters).toEqual([])
  expect(await deliverTimes(1)).toBe(0)
  expect(letters).toMatchObject([{ subject: 'user:updated', error: 'Error: no such thing' }])
})

test.each([
  ['outages', () => new Outage()],
  ['events that come too early', () => new RetryLater('not yet')],
])('%s are never counted, however many there are', async (_, reason) => {
  let failure: () => Error = reason
  const { letters, deliverTimes } = subscribed(() => Promise.reject(failure()))
  expect(await deliverTimes(OUTAGES)).toBe(OUTAGES)
  failure = () => new Error('no such thing')
  expect(await deliverTimes(FAILURES - 1)).toBe(FAILURES - 1)
  expect(letters).toEqual([])
  expect(await deliverTimes(1)).toBe(0)
  expect(letters).toHaveLength(1)
})

test('a dead letter that cannot be stored is tried again with the next delivery', async () => {
  let isFull = true
  const store = () => (isFull ? Promise.reject(new Outage()) : Promise.resolve())
  const { letters, deliverTimes } = subscribed(() => Promise.reject(new Error('broken')), store)
  expect(await deliverTimes(FAILURES + 2)).toBe(FAILURES + 2)
  isFull = false
  expect(await deliverTimes(1)).toBe(0)
  expect(letters).toHaveLength(1)
})

import { expect, test } from 'bun:test'
import { Types } from 'mongoose'
import type { OrderDocument } from '../order-document.ts'
import { OrderFeed } from './order-feed.ts'

const FOREVER_MS = 600_000

function orderAt(version: number, status: OrderDocument['status'] = 'Created'): OrderDocument {
  const empty = { userId: '', items: [], shipping: 0, total: 0, refunds: [], timeline: [] }
  return { ...empty, _id: new Types.ObjectId(), status, version, createdAt: new Date(0) }
}

function feedOf(
  first: OrderDocument | null,
  waits: { heartbeatMs?: number; lifeMs?: number; isAllowed?: () => boolean } = {},
) {
  let stored = first
  const feed = new OrderFeed({
    read: async () => stored,
    heartbeatMs: FOREVER_MS,
    lifeMs: FOREVER_MS,
    isAllowed: () => true,
    ...waits,
  })
  const orders = feed.orders()
  return {
    feed,
    next: async () => (await orders.next()).value?.version,
    isDone: async () => (await orders.next()).done,
    write: (order: OrderDocument | null) => {
      stored = order
      feed.wake()
    },
  }
}

test('yields the order now and each newer version, until it is final', async () => {
  const { next, isDone, write } = feedOf(orderAt(0))
  expect(await next()).toBe(0)
  const later = next()
  write(orderAt(1))
  expect(await later).toBe(1)
  write(orderAt(2, 'Complete'))
  expect(await next()).toBe(2)
  expect(await isDone()).toBe(true)
})

test('a final order is yielded once', async () => {
  const { next, isDone } = feedOf(orderAt(3, 'Cancelled'))
  expect([await next(), await isDone()]).toEqual([3, true])
})

test('changes between reads are not missed, and only the last is yielded', async () => {
  const { next, write } = feedOf(orderAt(0))
  await next()
  for (const version of [1, 2, 3]) write(orderAt(version))
  expect(await next()).toBe(3)
})

test('yields a heartbeat when nothing is newer or nothing can be read', async () => {
  const { feed, next, write } = feedOf(null, { heartbeatMs: 1 })
  expect([await next(), feed.version]).toEqual([undefined, -1])
  write(orderAt(4))
  expect(await next()).toBe(4)
  write(orderAt(4))
  expect(await next()).toBeUndefined()
  expect(await next()).toBeUndefined()
})

test('ends on end(), before and while it waits, and at the end of its life', async () => {
  const { feed, next, isDone } = feedOf(orderAt(0))
  await next()
  const end = isDone()
  feed.end()
  expect(await end).toBe(true)
  const other = feedOf(orderAt(0))
  other.feed.end()
  expect(await other.isDone()).toBe(true)
  expect(await feedOf(orderAt(0), { lifeMs: 0 }).isDone()).toBe(true)
})

test('yields nothing more once the viewer is not allowed', async () => {
  let isAllowed = true
  const { feed, next, write, isDone } = feedOf(orderAt(0), { isAllowed: () => isAllowed })
  expect(await next()).toBe(0)
  isAllowed = false
  write(orderAt(1))
  feed.wake()
  expect(await isDone()).toBe(true)
})

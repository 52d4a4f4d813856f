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

test('gives the order now and each time that it is newer, until it is final', async () => {
  const { next, isDone, write } = feedOf(orderAt(0))
  expect(await next()).toBe(0)
  const later = next()
  write(orderAt(1))
  expect(await later).toBe(1)
  write(orderAt(2, 'Complete'))
  expect(await next()).toBe(2)
  expect(await isDone()).toBe(true)
})

test('a final order is given once', async () => {
  const { next, isDone } = feedOf(orderAt(3, 'Cancelled'))
  expect([await next(), await isDone()]).toEqual([3, true])
})

test('what happens while nobody asks is not missed, and only its last is given', async () => {
  const { next, write } = feedOf(orderAt(0))
  await next()
  for (const version of [1, 2, 3]) write(orderAt(version))
  expect(await next()).toBe(3)
})

test('is a sign of life when nothing newer is there, and when nothing can be read', async () => {
  const { feed, next, write } = feedOf(null, { heartbeatMs: 1 })
  expect([await next(), feed.version]).toEqual([undefined, -1])
  write(orderAt(4))
  expect(await next()).toBe(4)
  write(orderAt(4))
  expect(await next()).toBeUndefined()
  expect(await next()).toBeUndefined()
})

test('ends when told to, while it waits and before, and at the end of its time', async () => {
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

test('who may no longer look is shown nothing more', async () => {
  let isAllowed = true
  const { feed, next, write, isDone } = feedOf(orderAt(0), { isAllowed: () => isAllowed })
  expect(await next()).toBe(0)
  isAllowed = false
  write(orderAt(1))
  feed.wake()
  expect(await isDone()).toBe(true)
})

import { expect, test } from 'bun:test'
import { createLog } from '@shop/shared/log'
import { OrderFeed } from './order-feed.ts'
import { Viewers } from './viewers.ts'

const FOREVER_MS = 600_000

/** Viewers of orders at a version, and their subscriptions. */
function viewersOf(limits: { perUser?: number; inAll?: number; lookMs?: number }, version = 0) {
  const listening = new Set<() => void>()
  const looks: string[][] = []
  const orders = {
    onChange(_: string, listener: () => void) {
      listening.add(listener)
      return () => void listening.delete(listener)
    },
    async versionsOf(ids: string[]) {
      looks.push(ids)
      if (looks.length === 1) throw new Error('the database is away')
      return new Map(ids.map((id) => [id, version]))
    },
  }
  const all = { perUser: 8, inAll: 1000, lookMs: FOREVER_MS, ...limits }
  const viewers = new Viewers(orders, all, createLog('test', 'silent'))

  function enter(userId: string, orderId = 'one') {
    const read = async () => null
    const feed = new OrderFeed({
      read,
      heartbeatMs: FOREVER_MS,
      lifeMs: FOREVER_MS,
      isAllowed: () => true,
    })
    const viewer = { orderId, userId, feed }
    viewers.enter(viewer)
    return viewer
  }
  return { viewers, enter, listening, looks }
}

const hasEnded = async ({ feed }: { feed: OrderFeed }) => (await feed.orders().next()).done

test('too many streams of a user evict the user’s oldest', async () => {
  const { viewers, enter, listening } = viewersOf({ perUser: 2 })
  const ann = [enter('ann'), enter('ann', 'two')] as const
  const bob = enter('bob')
  const third = enter('ann', 'three')
  expect([viewers.count, listening.size]).toEqual([3, 3])
  expect(await hasEnded(ann[0])).toBe(true)
  for (const stays of [ann[1], bob, third]) expect(await hasEnded(stays)).toBe(false)
})

test('too many streams in all evict the newcomer’s oldest, else the oldest of all', async () => {
  const { viewers, enter } = viewersOf({ inAll: 3 })
  const [ann, bob, other] = [enter('ann'), enter('bob'), enter('bob')]
  const third = enter('bob')
  expect(await hasEnded(bob)).toBe(true)
  enter('cid')
  expect(await hasEnded(ann)).toBe(true)
  expect(viewers.count).toBe(3)
  for (const stays of [other, third]) expect(await hasEnded(stays)).toBe(false)
})

test('removing a viewer is idempotent and leaves nothing behind', async () => {
  const { viewers, enter, listening } = viewersOf({})
  const all = [enter('ann'), enter('ann'), enter('bob')]
  for (const viewer of [...all, ...all]) viewers.leave(viewer)
  expect([viewers.count, listening.size]).toEqual([0, 0])
  for (const viewer of all) expect(await hasEnded(viewer)).toBe(true)
})

test('close ends all streams, and later ones at once', async () => {
  const { viewers, enter, listening } = viewersOf({})
  const before = enter('ann')
  viewers.close()
  for (const viewer of [before, enter('bob')]) expect(await hasEnded(viewer)).toBe(true)
  expect([viewers.count, listening.size]).toEqual([0, 0])
})

test('each poll asks once per order, and continues after a failure', async () => {
  const { viewers, enter, looks } = viewersOf({ lookMs: 1 }, 5)
  const all = [enter('ann'), enter('bob'), enter('bob', 'two')]
  const woken = Promise.all(
    all.map(({ feed }) => {
      const orders = feed.orders()
      return orders.next().then(() => orders.next())
    }),
  )
  await woken
  for (const ids of looks) expect(ids).toEqual(['one', 'two'])
  viewers.close()
})

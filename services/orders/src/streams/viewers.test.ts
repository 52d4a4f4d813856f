import { expect, test } from 'bun:test'
import { createLog } from '@shop/shared/log'
import { OrderFeed } from './order-feed.ts'
import { Viewers } from './viewers.ts'

const FOREVER_MS = 600_000

/** Viewers of orders at a version, and their subscriptions. */
function viewersOf(limits: { perUser?: number; inTotal?: number; pollMs?: number }, version = 0) {
  const listening = new Set<() => void>()
  const polls: string[][] = []
  const orders = {
    onChange(_: string, listener: () => void) {
      listening.add(listener)
      return () => void listening.delete(listener)
    },
    async versionsOf(ids: string[]) {
      polls.push(ids)
      if (polls.length === 1) throw new Error('the database is down')
      return new Map(ids.map((id) => [id, version]))
    },
  }
  const all = { perUser: 8, inTotal: 1000, pollMs: FOREVER_MS, ...limits }
  const viewers = new Viewers(orders, all, createLog('test', 'silent'))

  function add(userId: string, orderId = 'one') {
    const read = async () => null
    const feed = new OrderFeed({
      read,
      heartbeatMs: FOREVER_MS,
      lifeMs: FOREVER_MS,
      isAllowed: () => true,
    })
    const viewer = { orderId, userId, feed }
    viewers.add(viewer)
    return viewer
  }
  return { viewers, add, listening, polls }
}

const hasEnded = async ({ feed }: { feed: OrderFeed }) => (await feed.orders().next()).done

test('too many streams of a user evict the user’s oldest', async () => {
  const { viewers, add, listening } = viewersOf({ perUser: 2 })
  const ann = [add('ann'), add('ann', 'two')] as const
  const bob = add('bob')
  const third = add('ann', 'three')
  expect([viewers.count, listening.size]).toEqual([3, 3])
  expect(await hasEnded(ann[0])).toBe(true)
  for (const open of [ann[1], bob, third]) expect(await hasEnded(open)).toBe(false)
})

test('too many streams in all evict the newcomer’s oldest, else the oldest of all', async () => {
  const { viewers, add } = viewersOf({ inTotal: 3 })
  const [ann, bob, other] = [add('ann'), add('bob'), add('bob')]
  const third = add('bob')
  expect(await hasEnded(bob)).toBe(true)
  add('cid')
  expect(await hasEnded(ann)).toBe(true)
  expect(viewers.count).toBe(3)
  for (const open of [other, third]) expect(await hasEnded(open)).toBe(false)
})

test('removing a viewer is idempotent and leaves nothing behind', async () => {
  const { viewers, add, listening } = viewersOf({})
  const all = [add('ann'), add('ann'), add('bob')]
  for (const viewer of [...all, ...all]) viewers.remove(viewer)
  expect([viewers.count, listening.size]).toEqual([0, 0])
  for (const viewer of all) expect(await hasEnded(viewer)).toBe(true)
})

test('close ends all streams, and later ones at once', async () => {
  const { viewers, add, listening } = viewersOf({})
  const before = add('ann')
  viewers.close()
  for (const viewer of [before, add('bob')]) expect(await hasEnded(viewer)).toBe(true)
  expect([viewers.count, listening.size]).toEqual([0, 0])
})

test('each poll asks once per order, and continues after a failure', async () => {
  const { viewers, add, polls } = viewersOf({ pollMs: 1 }, 5)
  const all = [add('ann'), add('bob'), add('bob', 'two')]
  const woken = Promise.all(
    all.map(({ feed }) => {
      const orders = feed.orders()
      return orders.next().then(() => orders.next())
    }),
  )
  await woken
  for (const ids of polls) expect(ids).toEqual(['one', 'two'])
  viewers.close()
})

import { afterAll, beforeAll, expect, test } from 'bun:test'
import { newId, newUser } from '@shop/shared/testing'
import { completedOrder, startTestNotifications, type TestNotifications } from '../testing/index.ts'

const PATH = '/api/notifications/messages'
const staff = newUser('admin')

let service: TestNotifications
beforeAll(async () => (service = await startTestNotifications()))
afterAll(() => service.stop())

const list = (query = '') => service.call('GET', `${PATH}?${query}`, { as: staff })
const idsOf = (items: { id: string }[]) => items.map(({ id }) => id)

function sendAgain(id: string) {
  return service.call('POST', `${PATH}/${encodeURIComponent(id)}/send-again`, { as: staff })
}

async function sentReceipt() {
  const order = completedOrder([newId()])
  await service.publish('order:completed', order)
  const key = `receipt:${order.id}`
  await service.reached(key, 'Sent')
  return { key, order, to: order.email ?? '' }
}

test('staff find messages by recipient, by order and by state', async () => {
  const { key, order, to } = await sentReceipt()
  const bySeller = `sold:${order.id}:${order.items[0]?.sellerId}`
  await service.reached(bySeller, 'Dropped')
  const { status, body } = await list(`q=${to}`)
  expect([status, idsOf(body.items)]).toEqual([200, [key]])
  expect(body.items[0]).toMatchObject({ kind: 'receipt', to, state: 'Sent', tries: 1 })
  expect(idsOf((await list(`q=${order.id}`)).body.items).toSorted()).toEqual([key, bySeller])
  const dropped = await list(`q=${order.id}&state=Dropped`)
  expect(idsOf(dropped.body.items)).toEqual([bySeller])
  expect(dropped.body.items[0]).toMatchObject({ isRepeatable: false })
  expect(dropped.body.items[0].lastError).toContain('verified address')
})

test('messages are listed page by page, newest first', async () => {
  const newest: string[] = []
  for (let i = 0; i < 3; i += 1) newest.unshift((await sentReceipt()).key)
  const seen: string[] = []
  let cursor = ''
  do {
    const { body } = await list(`state=Sent&limit=1${cursor}`)
    seen.push(...idsOf(body.items))
    cursor = body.nextCursor === null ? '' : `&cursor=${body.nextCursor}`
  } while (cursor !== '')
  expect(seen.slice(0, 3)).toEqual(newest)
  expect(new Set(seen).size).toBe(seen.length)
})

test('a message can be sent again; pressing twice sends one copy', async () => {
  const { key, to } = await sentReceipt()
  const [one, two] = await Promise.all([sendAgain(key), sendAgain(key)])
  expect([one.status, two.status]).toEqual([201, 201])
  await service.reached(`${key}#1`, 'Sent')
  const copies = idsOf((await list(`q=${to}`)).body.items).filter((id) => id.includes('#'))
  for (const { body } of [one, two]) expect(copies).toContain(body.id)
  const again = await sendAgain(`${key}#1`)
  expect(again.body.id).toBe(`${key}#${copies.length + 1}`)
  await service.reached(again.body.id, 'Sent')
})

test('while a copy waits, that one is returned', async () => {
  const { key } = await sentReceipt()
  const copy = { kind: 'receipt', state: 'Queued', tries: 1, queuedAt: new Date() } as const
  const nextAt = new Date(Date.now() + 60_000)
  const waiting = { ...copy, data: {}, correlationId: 'c', nextAt, _id: `${key}#9` }
  await service.messages.insertOne(waiting as never)
  expect((await sendAgain(key)).body.id).toBe(`${key}#9`)
})

test('links that expire are not sent again, nor is what was dropped', async () => {
  const tokenId = newId()
  const exp = new Date(Date.now() + 60_000).toISOString()
  const happenedAt = new Date().toISOString()
  const reset = { kind: 'reset', to: 'ann@example.com', tokenId, exp, happenedAt } as const
  await service.publish('mail:asked', reset)
  await service.reached(`reset:${tokenId}`, 'Sent')
  const { status, body } = await sendAgain(`reset:${tokenId}`)
  expect([status, body.type]).toEqual([409, '/problems/not-repeatable'])
  expect((await sendAgain('receipt:nothing')).status).toBe(404)
})

test('a blocked person gets the reason by mail', async () => {
  const to = `${newId()}@example.com`
  const happenedAt = new Date().toISOString()
  const userId = newId()
  await service.publish('mail:asked', { kind: 'blocked', to, userId, reason: 'Spam', happenedAt })
  const { to: recipient } = await service.reached(`blocked:${userId}:${happenedAt}`, 'Sent')
  expect(recipient).toBe(to)
})

test('GET /api/notifications/messages returns 400 for a bad query', async () => {
  for (const query of ['limit=0', 'cursor=x', 'q=1', 'state=sent', 'page=2'])
    expect((await list(query)).status).toBe(400)
})

test('no list of messages scans the collection or sorts', async () => {
  const filters = [{}, { state: 'Sent' }, { to: 'ann@example.com' }]
  for (const filter of filters) {
    const plan = await service.db
      .collection('messages')
      .find(filter)
      .sort({ queuedAt: -1, _id: -1 })
      .limit(2)
      .explain('queryPlanner')
    const text = JSON.stringify(plan['queryPlanner'].winningPlan)
    expect(text).toContain('IXSCAN')
    expect(text).not.toContain('"SORT"')
  }
})

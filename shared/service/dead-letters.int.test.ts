import { afterAll, beforeAll, expect, test } from 'bun:test'
import { Hono } from 'hono'
import { listener } from '../events/index.ts'
import type { AppEnv } from '../http/index.ts'
import { event } from '../outbox/index.ts'
import { eventually, newId, newUser, startTestService, type TestService } from '../testing/index.ts'
import type { CreateService, ServiceConfig } from './index.ts'

const PATH = '/api/cart/dead-letters'
const staff = newUser('admin')
/** Users whose events the service refuses. */
const refused = new Set<string>()
const handled: string[] = []

const createPicky: CreateService<ServiceConfig> = () => ({
  routes: new Hono<AppEnv>().get('/api/cart/:id', (c) => c.text('a cart')),
  listeners: [
    listener('user:updated', async ({ id }) => {
      if (refused.has(id)) throw new Error(`${id} is refused`)
      handled.push(id)
    }),
  ],
  outboxes: [],
  sweepers: [],
})

let service: TestService
beforeAll(async () => (service = await startTestService('cart', createPicky, {})))
afterAll(() => service.stop())

const call = (method: string, path = '', as = staff) => service.call(method, PATH + path, { as })

async function newLetter(fields: { subject?: string; data?: string } = {}) {
  const userId = newId()
  const { meta } = event('user:updated', { id: userId, version: 1 })
  const data = JSON.stringify({ id: userId, version: 1, meta })
  const letter = { subject: 'user:updated', data, error: 'it failed', at: new Date(), ...fields }
  const { insertedId } = await service.db.collection('deadletters').insertOne(letter)
  return { id: insertedId.toString(), userId, ...letter }
}

const ids = async () => {
  const { body } = await call('GET')
  return body.items.map(({ id }: { id: string }) => id)
}

test('an event that is no event becomes a dead letter that staff see', async () => {
  await service.publishText('user:updated', 'poison')
  await eventually(async () => {
    const { status, body } = await call('GET')
    expect(status).toBe(200)
    expect(body.items[0]).toMatchObject({ subject: 'user:updated', data: 'poison' })
    expect(body.items[0].error).toBe('is not JSON')
  })
})

test('a replayed letter that is handled is gone', async () => {
  const { id, userId } = await newLetter()
  const { status, body } = await call('POST', `/${id}/replay`)
  expect([status, body]).toEqual([200, { isHandled: true }])
  expect(handled).toContain(userId)
  expect(await ids()).not.toContain(id)
})

test('a replayed letter that fails again is kept with the new error', async () => {
  const { id, userId } = await newLetter()
  refused.add(userId)
  const error = `Error: ${userId} is refused`
  const { body } = await call('POST', `/${id}/replay`)
  expect(body).toEqual({ isHandled: false, error })
  const list = await call('GET')
  expect(list.body.items.find((one: { id: string }) => one.id === id)).toMatchObject({ error })
  refused.delete(userId)
  expect((await call('POST', `/${id}/replay`)).body).toEqual({ isHandled: true })
})

test.each([
  ['of another service', { subject: 'order:created' }, 'no longer handles'],
  ['that breaks its contract', { data: '{}' }, 'does not match its contract'],
])('a letter %s is kept', async (_, fields, error) => {
  const { id } = await newLetter(fields)
  const { body } = await call('POST', `/${id}/replay`)
  expect(body).toEqual({ isHandled: false, error: expect.stringContaining(error) })
  expect(await ids()).toContain(id)
})

test('a letter can be deleted, once', async () => {
  const { id } = await newLetter()
  expect((await call('DELETE', `/${id}`)).status).toBe(204)
  expect((await call('DELETE', `/${id}`)).status).toBe(404)
  expect((await call('POST', `/${id}/replay`)).status).toBe(404)
})

test('letters are listed page by page, newest first', async () => {
  const newest = []
  for (let i = 0; i < 3; i += 1) newest.unshift((await newLetter()).id)
  const first = await call('GET', '?limit=2')
  expect(first.body.items.map(({ id }: { id: string }) => id)).toEqual(newest.slice(0, 2))
  const { body } = await call('GET', `?limit=1&cursor=${first.body.nextCursor}`)
  expect(body.items[0].id).toBe(newest[2])
})

test('dead letters are for staff only', async () => {
  const { id } = await newLetter()
  const calls = [
    ['GET', ''],
    ['POST', `/${id}/replay`],
    ['DELETE', `/${id}`],
  ] as const
  for (const [method, path] of calls) {
    expect((await service.call(method, PATH + path)).status).toBe(401)
    for (const role of ['guest', 'user'] as const)
      expect((await call(method, path, newUser(role))).status).toBe(403)
  }
  expect(await ids()).toContain(id)
})

test('the database removes letters after 30 days', async () => {
  const indexes = await service.db.collection('deadletters').indexes()
  expect(indexes.find(({ key }) => 'at' in key)?.expireAfterSeconds).toBe(30 * 24 * 3600)
})

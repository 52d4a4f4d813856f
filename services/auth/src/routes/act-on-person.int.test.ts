import { afterAll, beforeAll, expect, test } from 'bun:test'
import { eventually, newId, newUser } from '@shop/shared/testing'
import { Types } from 'mongoose'
import { newAddress, password, startTwoReplicas, type TestAuth } from '../testing/index.ts'

let service: TestAuth
let replica: TestAuth
beforeAll(async () => ([service, replica] = await startTwoReplicas()))
afterAll(async () => {
  await service.stop()
  await replica.stop()
})

const staff = newUser('admin')

function act(id: string, what: 'block' | 'unblock', reason: unknown, as = staff) {
  return service.call('POST', `/api/users/${id}/${what}`, { as, json: { reason } })
}

const signIn = (email: string, given: string) =>
  service.call('POST', '/api/users/signin', {
    json: { email, password: given },
    headers: newAddress(),
  })

test('POST /api/users/:userId/block ends all sessions at every service and refuses new ones', async () => {
  const { id, email, cookie } = await service.newAccount()
  const other = await service.signIn(email)
  const { status, body } = await act(id, 'block', 'Spam')
  expect(status).toBe(200)
  expect(body).toMatchObject({
    id,
    email,
    isBlocked: true,
    acts: [{ act: 'block', reason: 'Spam' }],
  })
  for (const one of [service, replica])
    for (const ended of [cookie, other]) await one.hasEnded(ended)
  const refused = await signIn(email, password)
  expect([refused.status, refused.body.type]).toEqual([403, '/problems/blocked'])
})

test('a sign-in that read the account just before it was blocked gets no session that lasts', async () => {
  const { id, email } = await service.newAccount()
  const users = service.db.collection('users')
  const { status } = await act(id, 'block', 'Spam')
  expect(status).toBe(200)
  // As if the user had been read before the write.
  await users.updateOne({ _id: new Types.ObjectId(id) }, { $set: { isBlocked: false } })
  const late = await service.signIn(email)
  for (const one of [service, replica]) await one.hasEnded(late)
})

test('only the right password is told that an account is blocked', async () => {
  const { id, email } = await service.newAccount()
  await act(id, 'block', 'Spam')
  const { status, body } = await signIn(email, 'wrong horse battery')
  expect([status, body.type]).toEqual([400, '/problems/validation'])
})

test('a blocked account cannot be opened by resetting its password', async () => {
  const { id, email } = await service.newAccount()
  await service.call('POST', '/api/users/password/forgot', {
    json: { email },
    headers: newAddress(),
  })
  const token = await service.codeFor(email, 'reset')
  await act(id, 'block', 'Spam')
  const json = { token, password: 'another horse battery' }
  const { status, body } = await service.call('POST', '/api/users/password/reset', {
    json,
    headers: newAddress(),
  })
  expect([status, body.type]).toEqual([403, '/problems/blocked'])
})

test('blocking is published and reported by mail, once', async () => {
  const updates = service.published('user:updated')
  const { id, email } = await service.newAccount()
  await act(id, 'block', 'Spam')
  await act(id, 'block', 'Spam again')
  await eventually(() =>
    expect(updates.findLast((event) => event.id === id)).toMatchObject({ blocked: true }),
  )
  await eventually(() => expect(service.mailsTo(email, 'blocked')).toHaveLength(1))
  expect(service.mailsTo(email, 'blocked')[0]).toMatchObject({ userId: id, reason: 'Spam' })
})

test('POST /api/users/:userId/unblock lets the person sign in again, and both acts are kept', async () => {
  const updates = service.published('user:updated')
  const { id, email } = await service.newAccount()
  await act(id, 'block', 'Spam')
  const { status, body } = await act(id, 'unblock', 'A mistake')
  expect([status, body.isBlocked]).toEqual([200, false])
  expect(body.acts.map(({ reason }: { reason: string }) => reason)).toEqual(['A mistake', 'Spam'])
  expect((await signIn(email, password)).status).toBe(200)
  await eventually(() =>
    expect(updates.findLast((event) => event.id === id)).toMatchObject({ blocked: false }),
  )
})

test('of several members of staff at once, one blocks', async () => {
  const { id } = await service.newAccount()
  const reasons = ['1', '2', '3', '4']
  const results = await Promise.all(reasons.map((reason) => act(id, 'block', reason)))
  expect(results.map(({ status }) => status)).toEqual([200, 200, 200, 200])
  const found = await service.call('GET', `/api/users?q=${id}`, { as: staff })
  expect(found.body.items[0].acts).toHaveLength(1)
})

test('staff cannot be blocked', async () => {
  const { id } = await service.newAccount()
  const _id = new Types.ObjectId(id)
  await service.db.collection('users').updateOne({ _id }, { $set: { role: 'admin' } })
  const { status, body } = await act(id, 'block', 'Spam')
  expect([status, body.type]).toEqual([403, '/problems/forbidden'])
})

test.each(['block', 'unblock'] as const)('%s returns 400, 401, 403, 404 and 413', async (what) => {
  const { id } = await service.newAccount()
  for (const reason of ['', '   ', 'x'.repeat(501), undefined, 'two\nlines'])
    expect((await act(id, what, reason)).status).toBe(400)
  const path = `/api/users/${id}/${what}`
  const json = { reason: 'Spam' }
  expect((await service.call('POST', path, { json })).status).toBe(401)
  for (const role of ['guest', 'user'] as const)
    expect((await act(id, what, 'Spam', newUser(role))).status).toBe(403)
  expect((await act(newId(), what, 'Spam')).status).toBe(404)
  expect((await act(id, what, 'x'.repeat(70_000))).status).toBe(413)
})

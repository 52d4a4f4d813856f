import { afterAll, beforeAll, expect, test } from 'bun:test'
import { cookieOf, password, startTwoReplicas, type TestAuth } from '../testing/index.ts'

let service: TestAuth
let replica: TestAuth
beforeAll(async () => ([service, replica] = await startTwoReplicas()))
afterAll(async () => {
  await replica.stop()
  await service.stop()
})

const next = 'battery staple'
const path = '/api/users/password'

test('PUT /api/users/password sets the password, revokes the other sessions and starts a new one', async () => {
  const { email, id, cookie } = await service.newAccount()
  const elsewhere = await service.signIn(email)
  const response = await service.with(cookie, 'PUT', path, { current: password, next })
  expect([response.status, response.body]).toEqual([200, { id, email }])
  for (const at of [service, replica]) for (const old of [cookie, elsewhere]) await at.hasEnded(old)
  for (const at of [service, replica])
    expect(await at.whoIs(cookieOf(response))).toMatchObject({ id })
  const signIn = { email, password }
  expect((await service.with('', 'POST', '/api/users/signin', signIn)).status).toBe(400)
  expect(await service.whoIs(await service.signIn(email, next))).toMatchObject({ id })
})

test('PUT /api/users/password returns 400 for a wrong current password and keeps the session', async () => {
  const { email, cookie } = await service.newAccount()
  const response = await service.with(cookie, 'PUT', path, { current: 'wrong horse', next })
  expect([response.status, response.body.errors]).toEqual([
    400,
    [{ message: 'Wrong password', field: 'current' }],
  ])
  const short = await service.with(cookie, 'PUT', path, { current: password, next: '1234567' })
  expect([short.status, short.body.errors[0].field]).toEqual([400, 'next'])
  expect(await service.whoIs(cookie)).toMatchObject({ email })
  expect(await service.whoIs(await service.signIn(email))).toMatchObject({ email })
})

test('PUT /api/users/password allows ten wrong passwords an hour, not counting failed sign-ins', async () => {
  const { email, cookie } = await service.newAccount()
  const until = new Date(Date.now() + 3_600_000)
  const blocked = { _id: `account:${email}`, count: 100, until }
  await service.db.collection<{ _id: string }>('throttle').insertOne(blocked)
  const change = (current: string) => service.with(cookie, 'PUT', path, { current, next })
  for (let attempts = 0; attempts < 10; attempts += 1)
    expect((await change('wrong horse')).status).toBe(400)
  const refused = await change(password)
  expect(refused.status).toBe(429)
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(3500)
  await service.db.collection('throttle').deleteMany({ count: 10 })
  expect((await change(password)).status).toBe(200)
})

test('of two concurrent changes one succeeds', async () => {
  const { email, cookie } = await service.newAccount()
  const wanted = ['the first of two', 'the other of two']
  const responses = await Promise.all(
    wanted.map((each) => service.with(cookie, 'PUT', path, { current: password, next: each })),
  )
  const made = responses.findIndex(({ status }) => status === 200)
  expect(responses[1 - made]?.status).toBe(400)
  expect(await service.whoIs(await service.signIn(email, wanted[made]))).toMatchObject({ email })
})

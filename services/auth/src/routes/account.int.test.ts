import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { eventually, newUser } from '@shop/shared/testing'
import { cookieOf, password, startTestAuth, type TestAuth } from '../testing/index.ts'

let service: TestAuth
let replica: TestAuth

beforeAll(async () => {
  service = await startTestAuth()
  const { SUBJECT_PREFIX, MONGO_URL } = service.config
  replica = await startTestAuth({ SUBJECT_PREFIX, MONGO_URL })
  await eventually(async () => expect(await replica.readiness()).toBe('ok'))
})

afterAll(async () => {
  await replica.stop()
  await service.stop()
})

const next = 'battery staple'
const text = { body: '{}', headers: { 'content-type': 'text/plain' } }
const large = { json: { pad: 'x'.repeat(70_000) } }

const ROUTES = [
  ['POST', '/api/users/signout-everywhere'],
  ['PUT', '/api/users/password'],
  ['PUT', '/api/users/profile'],
] as const

test.each(ROUTES)('%s %s is for users, from the shop’s own site', async (method, path) => {
  const json = { current: password, next, name: 'Ann' }
  expect((await service.call(method, path, { json })).status).toBe(401)
  expect((await service.call(method, path, { json, as: newUser('guest') })).status).toBe(403)
  const headers = { origin: 'https://evil.example' }
  expect((await service.call(method, path, { json, as: newUser(), headers })).status).toBe(403)
})

test.each(ROUTES.slice(1))(
  '%s %s needs a small JSON body and an existing user',
  async (method, path) => {
    const call = (rest: object) => service.call(method, path, { as: newUser(), ...rest })
    expect((await call(text)).status).toBe(415)
    expect((await call(large)).status).toBe(413)
    const json = path.endsWith('password') ? { current: password, next } : { name: 'Ann' }
    expect((await call({ json })).status).toBe(401)
    expect((await call({ json: { ...json, role: 'admin' } })).status).toBe(400)
  },
)

describe('POST /api/users/signout-everywhere', () => {
  const path = '/api/users/signout-everywhere'

  test('revokes all sessions of the user at every service and starts a new one', async () => {
    const { email, id, cookie } = await service.newAccount()
    const elsewhere = [await service.signIn(email), await replica.signIn(email)]
    const other = await service.newAccount()
    const response = await service.with(cookie, 'POST', path)
    expect([response.status, response.body]).toEqual([200, {}])
    const fresh = cookieOf(response)
    for (const at of [service, replica])
      for (const old of [cookie, ...elsewhere]) await at.hasEnded(old)
    for (const at of [service, replica]) {
      expect(await at.whoIs(fresh)).toEqual({ id, email, role: 'user' })
      expect(await at.whoIs(other.cookie)).toMatchObject({ id: other.id })
    }
    expect(await service.whoIs(await service.signIn(email))).toMatchObject({ id })
  })

  test('twice in a row keeps the last session and the claims of its token', async () => {
    const { cookie } = await service.newAccount()
    const { headers } = await service.with(cookie, 'PUT', '/api/users/profile', { name: 'Ann' })
    const named = headers.get('set-cookie')?.split(';')[0] ?? ''
    const first = cookieOf(await service.with(named, 'POST', path))
    const second = cookieOf(await service.with(first, 'POST', path))
    await service.hasEnded(first)
    expect(await service.whoIs(second)).toMatchObject({ name: 'Ann', role: 'user' })
  })
})

describe('PUT /api/users/password', () => {
  const path = '/api/users/password'

  test('sets the password, revokes the other sessions and starts a new one', async () => {
    const { email, id, cookie } = await service.newAccount()
    const elsewhere = await service.signIn(email)
    const response = await service.with(cookie, 'PUT', path, { current: password, next })
    expect([response.status, response.body]).toEqual([200, { id, email }])
    for (const at of [service, replica])
      for (const old of [cookie, elsewhere]) await at.hasEnded(old)
    for (const at of [service, replica])
      expect(await at.whoIs(cookieOf(response))).toMatchObject({ id })
    const signIn = { email, password }
    expect((await service.with('', 'POST', '/api/users/signin', signIn)).status).toBe(400)
    expect(await service.whoIs(await service.signIn(email, next))).toMatchObject({ id })
  })

  test('returns 400 for a wrong current password and keeps the session', async () => {
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

  test('allows ten wrong passwords an hour, not counting failed sign-ins', async () => {
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
})

describe('PUT /api/users/profile', () => {
  const path = '/api/users/profile'

  test('sets the name, also in the token', async () => {
    const { email, id, cookie } = await service.newAccount()
    const response = await service.with(cookie, 'PUT', path, { name: ' Søren’s $wool 🧶 ' })
    const name = 'Søren’s $wool 🧶'
    expect([response.status, response.body]).toEqual([200, { id, email, name }])
    const me = { id, email, name, role: 'user' }
    expect(await service.whoIs(cookieOf(response))).toEqual(me)
    expect(await service.whoIs(await service.signIn(email))).toEqual(me)
    expect(await service.whoIs(cookie)).toMatchObject({ id })
  })

  test('returns 400 for an invalid name', async () => {
    const { cookie } = await service.newAccount()
    for (const name of ['', '   ', 'x'.repeat(61), { $literal: 'x' }, null]) {
      const { status, body } = await service.with(cookie, 'PUT', path, { name })
      expect([status, body.errors[0].field]).toEqual([400, 'name'])
    }
  })

  test('publishes each name with a higher version, and only the last of several pending ones', async () => {
    const events = service.published('user:updated')
    const { id, cookie } = await service.newAccount()
    for (const name of ['$name', 'Ann', 'Bob']) await service.with(cookie, 'PUT', path, { name })
    const mine = () => events.filter((event) => event.id === id)
    await eventually(() => expect(mine().at(-1)).toMatchObject({ name: 'Bob', version: 3 }))
    const stored = await service.db.collection('users').findOne({ name: 'Bob' })
    expect(stored?.['outbox']).toHaveLength(1)
  })

  test('names are published again by the republish command', async () => {
    const { id, cookie } = await service.newAccount()
    await service.with(cookie, 'PUT', path, { name: 'Ann' })
    const events = service.published('user:updated')
    const mine = () => events.filter((event) => event.id === id)
    await eventually(() => expect(mine().length).toBeGreaterThan(0))
    const ids = () => new Set(mine().map((event) => JSON.stringify(event)))
    const before = ids().size
    const script = new URL('../republish.ts', import.meta.url).pathname
    const env = { MONGO_URL: service.config.MONGO_URL }
    const command = Bun.spawn([process.execPath, script, '1h'], { env, stdout: 'ignore' })
    expect(await command.exited).toBe(0)
    await eventually(() => expect(ids().size).toBeGreaterThan(before))
    expect(mine().at(-1)).toMatchObject({ id, name: 'Ann', version: 1 })
  })
})

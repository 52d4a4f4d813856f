import { afterAll, beforeAll, beforeEach, expect, test } from 'bun:test'
import type { CreateService } from '@shop/shared/service'
import { eventually, newId, newUser, startTestService } from '@shop/shared/testing'
import { createAuthApp } from '../app.ts'
import type { AuthConfig } from '../config.ts'
import { createDeps } from '../deps.ts'
import type { Client } from '../password-queue.ts'
import { cookieOf } from '../testing/index.ts'

const hashed: string[] = []
let meanwhile: () => Promise<void> = async () => {}

/** The service, with a hasher that records its calls. */
const createWatched: CreateService<AuthConfig> = (foundation) => {
  const deps = createDeps(foundation)
  const { hash, verify } = deps.hasher
  const hasher = {
    hash,
    verify: async (client: Client, password: string, stored?: string) => {
      hashed.push(password)
      await meanwhile()
      return verify(client, password, stored)
    },
  }
  return {
    routes: createAuthApp({ ...deps, hasher }),
    listeners: [],
    outboxes: [{ model: deps.users.model }, { model: deps.sessions.model }],
    sweepers: [],
  }
}

const start = () => startTestService('auth', createWatched, { SIGNUPS_PER_HOUR: 10_000 })
let service: Awaited<ReturnType<typeof start>>

beforeAll(async () => {
  service = await start()
})

beforeEach(() => hashed.splice(0))

afterAll(() => service.stop())

const password = 'correct horse'
const newEmail = () => `${newId()}@example.com`
const signIn = (json: object) => service.call('POST', '/api/users/signin', { json })

test('an unknown address and a wrong password cost the same hash and get the same response', async () => {
  const known = Array.from({ length: 5 }, newEmail)
  for (const email of known)
    await service.call('POST', '/api/users/signup', { json: { email, password } })
  const responses = new Set<string>()
  const costs = []
  for (const email of [...known, ...known.map(newEmail)]) {
    const before = hashed.length
    const { status, body } = await signIn({ email, password: 'wrong horse' })
    costs.push(hashed.length - before)
    responses.add(JSON.stringify({ status, ...body, requestId: '' }))
  }
  expect(costs).toEqual(Array(10).fill(1))
  expect(responses.size).toBe(1)
}, 60_000)

test('a throttled sign-in costs no hash', async () => {
  const email = newEmail()
  // The seventh failure blocks for a minute, longer than a test takes.
  const failed = { _id: `signin:inside:${email}`, count: 6, until: new Date(0) }
  await service.db.collection<{ _id: string }>('throttle').insertOne(failed)
  expect((await signIn({ email, password })).status).toBe(400)
  expect((await signIn({ email, password })).status).toBe(429)
  expect(hashed.length).toBe(1)
})

test('a flood of sign-ins gets 429 while everybody else is served', async () => {
  let pending = 100
  const flood = Array.from({ length: 100 }, async () => {
    const response = await signIn({ email: newEmail(), password })
    pending -= 1
    return response
  })
  const sentAway = flood.map(async (pendingResponse) => {
    const response = await pendingResponse
    expect(response.status).toBe(429)
    return response
  })
  const surplus = await Promise.any(sentAway)
  expect(surplus.headers.get('retry-after')).toBe('5')
  const me = await service.call('GET', '/api/users/currentuser', { as: newUser() })
  expect(me.body.currentUser.role).toBe('user')
  expect(pending).toBeGreaterThan(0)
  await Promise.allSettled(flood)
}, 60_000)

test('a revocation during the password check covers the new session', async () => {
  const json = { email: newEmail(), password }
  const { body } = await service.call('POST', '/api/users/signup', { json })
  meanwhile = async () => {
    const before = Date.now() / 1000
    const exp = before + 3600
    await service.publish('session:revoked', { userId: body.id, before, exp })
  }
  const cookie = cookieOf(await signIn(json))
  meanwhile = async () => {}
  await eventually(async () => {
    const me = await service.call('GET', '/api/users/currentuser', { headers: { cookie } })
    expect(me.body.currentUser).toBeNull()
  })
})

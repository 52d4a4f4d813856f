import { afterAll, afterEach, beforeAll, expect, test } from 'bun:test'
import { eventually, newId, newUser, startTestService } from '@shop/shared/testing'
import type { AuthConfig } from '../config.ts'
import { createAuth } from '../service.ts'
import { cookieOf } from '../testing/index.ts'

const WITHIN_MS = 2000
const start = (extra: Partial<AuthConfig> = {}) =>
  startTestService('auth', createAuth, { SIGNUPS_PER_HOUR: 10_000, ...extra })
type Service = Awaited<ReturnType<typeof start>>

let service: Service
const others: Service[] = []

beforeAll(async () => {
  service = await start()
})

afterEach(async () => {
  for (const other of others.splice(0)) await other.stop()
})

afterAll(() => service.stop())

async function startBeside(): Promise<Service> {
  const other = await start({ SUBJECT_PREFIX: service.config.SUBJECT_PREFIX })
  others.push(other)
  await eventually(async () => expect(await other.readiness()).toBe('ok'))
  return other
}

const credentials = { email: `${newId()}@example.com`, password: 'correct horse' }
const currentUser = (cookie: string, at = service) =>
  at.call('GET', '/api/users/currentuser', { headers: { cookie } })
const signOut = (cookie: string) =>
  service.call('POST', '/api/users/signout', { headers: { cookie } })

async function expectEnded(cookie: string, at = service): Promise<void> {
  const response = await currentUser(cookie, at)
  expect(response.body).toEqual({ currentUser: null })
  expect(response.headers.get('set-cookie')).toContain('Max-Age=0')
}

test('a revoked cookie is rejected by every replica, also one that starts later', async () => {
  const json = credentials
  const [first, second] = [
    cookieOf(await service.call('POST', '/api/users/signup', { json })),
    cookieOf(await service.call('POST', '/api/users/signin', { json })),
  ]
  const replica = await startBeside()
  await signOut(first)
  for (const at of [service, replica]) await eventually(() => expectEnded(first, at), WITHIN_MS)
  await expectEnded(first, await startBeside())
  for (const at of [service, ...others])
    expect((await currentUser(second, at)).body.currentUser).toMatchObject({
      email: credentials.email,
    })
  expect((await signOut(first)).status).toBe(200)
  const third = cookieOf(await service.call('POST', '/api/users/signin', { json }))
  expect((await currentUser(third)).body.currentUser).toMatchObject({ email: credentials.email })
})

test('an unknown session is revoked too, and published once', async () => {
  const events = service.published('session:revoked')
  const as = newUser()
  for (let i = 0; i < 3; i += 1) await service.call('POST', '/api/users/signout', { as })
  await eventually(() => expect(events.map(({ sid }) => sid)).toContain(as.sid))
  const [revoked] = events.filter(({ sid }) => sid === as.sid)
  expect(revoked).toMatchObject({ sid: as.sid, userId: as.sub })
  expect(revoked?.exp).toBeGreaterThan(Date.now() / 1000 + 12 * 3600)
  expect(new Set(events.filter(({ sid }) => sid === as.sid).map(({ before }) => before)).size).toBe(
    1,
  )
})

test('expired sessions are removed, but none with a pending event', async () => {
  const sessions = service.db.collection<{ _id: string }>('sessions')
  const day = 24 * 3600 * 1000
  const old = new Date(Date.now() - 7 * day - 1000)
  const young = new Date(Date.now() - 7 * day + 60_000)
  const later = new Date(Date.now() + day)
  await sessions.insertMany([
    { _id: 'old', createdAt: old },
    { _id: 'revoked', createdAt: old, revokedAt: old },
    { _id: 'pending', createdAt: old, revokedAt: old, outbox: [], outboxAt: later },
    { _id: 'young', createdAt: young },
  ] as never)
  const left = () =>
    sessions.distinct('_id', { _id: { $in: ['old', 'revoked', 'pending', 'young'] } })
  await eventually(async () => expect(await left()).toEqual(['pending', 'young']))
})

import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { newId, newUser } from '@shop/shared/testing'
import {
  cookieOf,
  newAddress,
  newEmail,
  password,
  startTestAuth,
  type TestAuth,
} from '../testing/index.ts'

let service: TestAuth

beforeAll(async () => {
  service = await startTestAuth({ SIGNUPS_PER_HOUR: 1 })
})

afterAll(() => service.stop())

const begin = (headers: Record<string, string> = newAddress()) =>
  service.call('POST', '/api/users/guest', { headers })

async function newGuest() {
  const reply = await begin()
  return { id: reply.body.id as string, cookie: cookieOf(reply) }
}

const guestIdsOf = async (email: string) =>
  (await service.db.collection('users').findOne({ email }))?.['guestIds']

describe('POST /api/users/guest', () => {
  test('begins a session without a user; it is recorded as others are', async () => {
    const reply = await begin()
    expect(reply.status).toBe(201)
    expect(reply.body.role).toBe('guest')
    expect(await service.whoIs(cookieOf(reply))).toEqual({ id: reply.body.id, role: 'guest' })
    for (const part of ['HttpOnly', 'Secure', 'SameSite=Lax'])
      expect(reply.headers.get('set-cookie')).toContain(part)
    expect(reply.headers.get('cache-control')).toBe('no-store')
    const sessions = service.db.collection('sessions')
    expect(await sessions.countDocuments({ userId: reply.body.id })).toBe(1)
    expect(await service.db.collection('users').findOne({ _id: reply.body.id })).toBeNull()
  })

  test('who is a guest stays the one they are', async () => {
    const { id, cookie } = await newGuest()
    const again = await service.with(cookie, 'POST', '/api/users/guest')
    expect([again.status, again.body]).toEqual([201, { id, role: 'guest' }])
    expect(again.headers.get('set-cookie')).toBeNull()
    expect(await service.db.collection('sessions').countDocuments({ userId: id })).toBe(1)
  })

  test('requests with one key, also at the same time, begin one guest', async () => {
    const key = crypto.randomUUID()
    const withKey = (value: string) => begin({ ...newAddress(), 'idempotency-key': value })
    const replies = await Promise.all(Array.from({ length: 8 }, () => withKey(key)))
    const guests = await Promise.all(replies.map((reply) => service.whoIs(cookieOf(reply))))
    expect(new Set(guests.map(({ id }) => id)).size).toBe(1)
    expect((await withKey(crypto.randomUUID())).body.id).not.toBe(guests[0].id)
    const aMinuteAgo = { $set: { at: new Date(Date.now() - 61_000) } }
    await service.db.collection('guestkeys').updateMany({}, aMinuteAgo)
    expect((await withKey(key)).body.id).not.toBe(guests[0].id)
    for (const weak of ['', 'short', 'x'.repeat(201), 'has spaces in between'])
      expect((await withKey(weak)).status).toBe(400)
  })

  test('is refused to users, who would lose their session, and to other sites', async () => {
    const { cookie } = await service.newAccount()
    expect((await service.with(cookie, 'POST', '/api/users/guest')).status).toBe(403)
    expect((await begin({ origin: 'https://evil.example' })).status).toBe(403)
    expect((await begin({ 'sec-fetch-site': 'cross-site' })).status).toBe(403)
  })

  test('ten an hour begin from one address for each account that it may make', async () => {
    const address = newAddress()
    const replies = await Promise.all(Array.from({ length: 14 }, () => begin(address)))
    const refused = replies.filter(({ status }) => status !== 201)
    expect(refused.map(({ status }) => status)).toEqual([429, 429, 429, 429])
    expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(3500)
    expect((await begin()).status).toBe(201)
    const mine = cookieOf(replies.find(({ status }) => status === 201) ?? (await begin()))
    const known = { ...address, cookie: mine }
    expect((await begin(known)).status).toBe(201)
  })
})

describe('a guest’s session', () => {
  test('ends by signing out', async () => {
    const [guest, other] = [await newGuest(), await newGuest()]
    await service.with(guest.cookie, 'POST', '/api/users/signout')
    await service.hasEnded(guest.cookie)
    expect(await service.whoIs(other.cookie)).toEqual({ id: other.id, role: 'guest' })
  })

  test('becomes the user’s by signing up: the id stays, the old cookie ends', async () => {
    const guest = await newGuest()
    const json = { email: newEmail(), password }
    const reply = await service.with(guest.cookie, 'POST', '/api/users/signup', json)
    expect([reply.status, reply.body]).toEqual([201, { id: guest.id, email: json.email }])
    expect(await service.whoIs(cookieOf(reply))).toMatchObject({ id: guest.id, role: 'user' })
    await service.hasEnded(guest.cookie)
    expect(await service.whoIs(cookieOf(reply))).not.toBeNull()
  })

  test('joins the user’s by signing in: their token tells the newest 20, the old cookie ends', async () => {
    const { email, id } = await service.newAccount()
    const older = Array.from({ length: 20 }, newId)
    await service.db.collection('users').updateOne({ email }, { $set: { guestIds: older } })
    const guest = await newGuest()
    const json = { email, password }
    const reply = await service.with(guest.cookie, 'POST', '/api/users/signin', json)
    expect(reply.body).toEqual({ id, email })
    const newest = [...older.slice(1), guest.id]
    expect(await guestIdsOf(email)).toEqual(newest)
    expect(JSON.parse(atob(cookieOf(reply).split('.')[1] ?? '')).guestIds).toEqual(newest)
    await service.hasEnded(guest.cookie)
  })

  test('that has become one user’s is never another’s', async () => {
    const [signedUp, signedIn] = [newUser('guest'), newUser('guest')]
    const again = (guest: typeof signedUp) => ({ ...guest, sid: crypto.randomUUID() })
    const post = (path: string, as: typeof signedUp, email: string) =>
      service.call('POST', path, { as, json: { email, password }, headers: newAddress() })
    const first = await post('/api/users/signup', signedUp, newEmail())
    expect(first.body.id).toBe(signedUp.sub)
    const { email, id } = await service.newAccount()
    const joined = await post('/api/users/signin', again(signedUp), email)
    expect([joined.body.id, await guestIdsOf(email)]).toEqual([id, []])
    await post('/api/users/signin', signedIn, email)
    expect(await guestIdsOf(email)).toEqual([signedIn.sub])
    const late = await post('/api/users/signup', again(signedIn), newEmail())
    expect(late.status).toBe(201)
    expect(late.body.id).not.toBe(signedIn.sub)
  })
})

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
  const response = await begin()
  return { id: response.body.id as string, cookie: cookieOf(response) }
}

const guestIdsOf = async (email: string) =>
  (await service.db.collection('users').findOne({ email }))?.['guestIds']

describe('POST /api/users/guest', () => {
  test('starts a session without a user and stores it', async () => {
    const response = await begin()
    expect(response.status).toBe(201)
    expect(response.body.role).toBe('guest')
    expect(await service.whoIs(cookieOf(response))).toEqual({ id: response.body.id, role: 'guest' })
    for (const part of ['HttpOnly', 'Secure', 'SameSite=Lax'])
      expect(response.headers.get('set-cookie')).toContain(part)
    expect(response.headers.get('cache-control')).toBe('no-store')
    const sessions = service.db.collection('sessions')
    expect(await sessions.countDocuments({ userId: response.body.id })).toBe(1)
    expect(await service.db.collection('users').findOne({ _id: response.body.id })).toBeNull()
  })

  test('returns the same guest for a guest session', async () => {
    const { id, cookie } = await newGuest()
    const again = await service.with(cookie, 'POST', '/api/users/guest')
    expect([again.status, again.body]).toEqual([201, { id, role: 'guest' }])
    expect(again.headers.get('set-cookie')).toBeNull()
    expect(await service.db.collection('sessions').countDocuments({ userId: id })).toBe(1)
  })

  test('requests with one idempotency key create one guest', async () => {
    const key = crypto.randomUUID()
    const withKey = (value: string) => begin({ ...newAddress(), 'idempotency-key': value })
    const responses = await Promise.all(Array.from({ length: 8 }, () => withKey(key)))
    const guests = await Promise.all(responses.map((response) => service.whoIs(cookieOf(response))))
    expect(new Set(guests.map(({ id }) => id)).size).toBe(1)
    expect((await withKey(crypto.randomUUID())).body.id).not.toBe(guests[0].id)
    const aMinuteAgo = { $set: { at: new Date(Date.now() - 61_000) } }
    await service.db.collection('guestkeys').updateMany({}, aMinuteAgo)
    expect((await withKey(key)).body.id).not.toBe(guests[0].id)
    for (const weak of ['', 'short', 'x'.repeat(201), 'has spaces in between'])
      expect((await withKey(weak)).status).toBe(400)
  })

  test('returns 403 for users and other sites', async () => {
    const { cookie } = await service.newAccount()
    expect((await service.with(cookie, 'POST', '/api/users/guest')).status).toBe(403)
    expect((await begin({ origin: 'https://evil.example' })).status).toBe(403)
    expect((await begin({ 'sec-fetch-site': 'cross-site' })).status).toBe(403)
  })

  test('allows ten guests per allowed sign-up of an address', async () => {
    const address = newAddress()
    const responses = await Promise.all(Array.from({ length: 14 }, () => begin(address)))
    const refused = responses.filter(({ status }) => status !== 201)
    expect(refused.map(({ status }) => status)).toEqual([429, 429, 429, 429])
    expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(3500)
    expect((await begin()).status).toBe(201)
    const mine = cookieOf(responses.find(({ status }) => status === 201) ?? (await begin()))
    const known = { ...address, cookie: mine }
    expect((await begin(known)).status).toBe(201)
  })
})

describe('a guest’s session', () => {
  test('is revoked by signing out', async () => {
    const [guest, other] = [await newGuest(), await newGuest()]
    await service.with(guest.cookie, 'POST', '/api/users/signout')
    await service.hasEnded(guest.cookie)
    expect(await service.whoIs(other.cookie)).toEqual({ id: other.id, role: 'guest' })
  })

  test('becomes the user’s by signing up: the id stays, the old session is revoked', async () => {
    const guest = await newGuest()
    const json = { email: newEmail(), password }
    const response = await service.with(guest.cookie, 'POST', '/api/users/signup', json)
    expect([response.status, response.body]).toEqual([201, { id: guest.id, email: json.email }])
    expect(await service.whoIs(cookieOf(response))).toMatchObject({ id: guest.id, role: 'user' })
    await service.hasEnded(guest.cookie)
    expect(await service.whoIs(cookieOf(response))).not.toBeNull()
  })

  test('joins the user’s by signing in: the token has the newest 20 guest ids, the old session is revoked', async () => {
    const { email, id } = await service.newAccount()
    const older = Array.from({ length: 20 }, newId)
    await service.db.collection('users').updateOne({ email }, { $set: { guestIds: older } })
    const guest = await newGuest()
    const json = { email, password }
    const response = await service.with(guest.cookie, 'POST', '/api/users/signin', json)
    expect(response.body).toEqual({ id, email })
    const newest = [...older.slice(1), guest.id]
    expect(await guestIdsOf(email)).toEqual(newest)
    expect(JSON.parse(atob(cookieOf(response).split('.')[1] ?? '')).guestIds).toEqual(newest)
    await service.hasEnded(guest.cookie)
  })

  test('that has become one user’s never becomes another’s', async () => {
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

import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { newPrivateKey, publicKeyFor, signToken } from '@shop/shared/auth'
import { CurrentUserResponse, UserResponse } from '@shop/shared/contracts'
import { eventually, newId, newUser, startTestService, type Answer } from '@shop/shared/testing'
import { safeParse } from 'valibot'
import { createAuth } from '../service.ts'

const start = () => startTestService('auth', createAuth, { SIGNUPS_PER_HOUR: 10_000 })
let service: Awaited<ReturnType<typeof start>>

beforeAll(async () => {
  service = await start()
})

afterAll(() => service.stop())

const newEmail = () => `${newId()}@example.com`
const password = 'correct horse'
const cookieOf = ({ headers }: Answer) => headers.get('set-cookie')?.split(';')[0] ?? ''

const signUp = (json: unknown, rest = {}) =>
  service.call('POST', '/api/users/signup', { json, ...rest })
const signIn = (json: unknown, rest = {}) =>
  service.call('POST', '/api/users/signin', { json, ...rest })
const whoAmI = async (cookie: string) =>
  (await service.call('GET', '/api/users/currentuser', { headers: { cookie } })).body.currentUser

describe('POST /api/users/signup', () => {
  test('creates a user and a session; the address is trimmed and lowercased', async () => {
    const email = newEmail()
    const response = await signUp({ email: ` ${email.toUpperCase()} `, password })
    expect(response.status).toBe(201)
    expect(safeParse(UserResponse, response.body).success).toBe(true)
    expect(response.body.email).toBe(email)
    const cookie = response.headers.get('set-cookie')
    for (const part of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/', 'session='])
      expect(cookie).toContain(part)
    expect(cookie).not.toContain('Domain')
    expect(await whoAmI(cookieOf(response))).toEqual({ id: response.body.id, email, role: 'user' })
    const stored = await service.db.collection('users').findOne({ email })
    expect(stored?.['password']).toStartWith('$scrypt$ln=14,r=8,p=5$')
  })

  test('returns 400 for an address in use, also for concurrent requests', async () => {
    const email = newEmail()
    const responses = await Promise.all([1, 2, 3].map(() => signUp({ email, password })))
    expect(responses.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 400, 400])
    const late = await signUp({ email, password })
    expect(late.body.errors).toEqual([{ message: 'This e-mail address is in use', field: 'email' }])
  })

  test('a guest keeps the id', async () => {
    const guest = newUser('guest')
    const { body } = await signUp({ email: newEmail(), password }, { as: guest })
    expect(body.id).toBe(guest.sub)
    const again = await signUp({ email: newEmail(), password }, { as: guest })
    expect(again.status).toBe(201)
    expect(again.body.id).not.toBe(guest.sub)
  })

  test.each([
    ['a short password', { password: '1234567' }],
    ['a long password', { password: 'x'.repeat(129) }],
    ['no password', { password: undefined }],
    ['a number as password', { password: 12_345_678 }],
    ['no address', { email: '' }],
    ['a bad address', { email: 'someone' }],
    ['an operator', { email: { $gt: '' } }],
    ['an unknown field', { role: 'admin' }],
  ])('refuses %s', async (_, fields) => {
    const { status, body } = await signUp({ email: newEmail(), password, ...fields })
    expect([status, body.type]).toEqual([400, '/problems/validation'])
    expect(body.errors[0].field).toBeString()
  })

  test('refuses other bodies than JSON and keys for prototype pollution', async () => {
    const send = (body: string, type = 'application/json') =>
      service.call('POST', '/api/users/signup', { body, headers: { 'content-type': type } })
    expect((await send('{')).body.type).toBe('/problems/malformed-body')
    expect((await send('{}', 'text/plain')).status).toBe(415)
    const polluting = `{"email":"${newEmail()}","password":"${password}","__proto__":{"a":1}}`
    expect((await send(polluting)).status).toBe(400)
  })
})

describe('POST /api/users/signin', () => {
  test('starts a session; spaces in the password count', async () => {
    const email = newEmail()
    await signUp({ email, password: ` ${password} ` })
    const response = await signIn({ email, password: ` ${password} ` })
    expect(response.status).toBe(200)
    expect(await whoAmI(cookieOf(response))).toMatchObject({ email, role: 'user' })
    expect((await signIn({ email, password })).status).toBe(400)
  })

  test('responds alike to an unknown address and a wrong password', async () => {
    const email = newEmail()
    await signUp({ email, password })
    const wrong = await signIn({ email, password: 'wrong horse' })
    const unknown = await signIn({ email: newEmail(), password })
    for (const { body } of [wrong, unknown]) delete body.requestId
    expect([wrong.status, wrong.body]).toEqual([unknown.status, unknown.body])
    expect(wrong.status).toBe(400)
    expect(wrong.headers.get('set-cookie')).toBeNull()
  })

  test('adds the id of the guest to the user, once', async () => {
    const email = newEmail()
    await signUp({ email, password })
    const guest = newUser('guest')
    for (let i = 0; i < 2; i += 1) await signIn({ email, password }, { as: guest })
    const stored = await service.db.collection('users').findOne({ email })
    expect(stored?.['guestIds']).toEqual([guest.sub])
  })
})

describe('POST /api/users/signout', () => {
  test('revokes the session, clears the cookie and publishes session:revoked', async () => {
    const revoked = service.published('session:revoked')
    const { headers, body } = await signUp({ email: newEmail(), password })
    const cookie = headers.get('set-cookie')?.split(';')[0] ?? ''
    const response = await service.call('POST', '/api/users/signout', { headers: { cookie } })
    expect([response.status, response.body]).toEqual([200, {}])
    expect(response.headers.get('set-cookie')).toContain('Max-Age=0')
    await eventually(() => expect(revoked.some(({ userId }) => userId === body.id)).toBe(true))
  })

  test('does nothing without a session', async () => {
    expect((await service.call('POST', '/api/users/signout')).status).toBe(200)
  })
})

describe('GET /api/users/currentuser', () => {
  test('returns the current user or null', async () => {
    expect((await service.call('GET', '/api/users/currentuser')).body).toEqual({
      currentUser: null,
    })
    const as = newUser()
    const { body } = await service.call('GET', '/api/users/currentuser', { as })
    expect(safeParse(CurrentUserResponse, body).success).toBe(true)
    expect(body.currentUser).toEqual({ id: as.sub, email: as.email, role: 'user' })
  })

  test('reissues an older token within the session’s seven days', async () => {
    const key = service.jwtKey
    const now = Math.floor(Date.now() / 1000)
    const aged = await agedToken(key, { iat: now - 1000, auth_time: now - 6 * 24 * 3600 })
    const { headers } = await service.call('GET', '/api/users/currentuser', {
      headers: { cookie: `session=${aged}` },
    })
    const fresh = headers.get('set-cookie')?.split(';')[0]?.split('=')[1] ?? ''
    const claims = JSON.parse(atob(fresh.split('.')[1] ?? ''))
    expect(claims.iat).toBeGreaterThanOrEqual(now)
    expect(claims.auth_time).toBe(now - 6 * 24 * 3600)
    expect(claims.exp).toBeLessThanOrEqual(now + 24 * 3600)
    const young = await service.call('GET', '/api/users/currentuser', { as: newUser() })
    expect(young.headers.get('set-cookie')).toBeNull()
  })

  test('reissues no token of a revoked session, even if the broker has lost the revocation', async () => {
    const email = newEmail()
    const { body } = await service.call('POST', '/api/users/signup', { json: { email, password } })
    const now = Math.floor(Date.now() / 1000)
    const sid = crypto.randomUUID()
    const old = { sub: body.id, iat: now - 1000, auth_time: now - 1000 }
    const ask = async (claims: object) => {
      const token = await agedToken(service.jwtKey, { ...old, ...claims })
      const headers = { cookie: `session=${token}` }
      return service.call('GET', '/api/users/currentuser', { headers })
    }
    expect((await ask({ sid })).body.currentUser).toMatchObject({ id: body.id })
    const sessions = service.db.collection<{ _id: string }>('sessions')
    await sessions.insertOne({ _id: sid, userId: body.id, revokedAt: new Date() } as never)
    const ended = await ask({ sid })
    expect(ended.body).toEqual({ currentUser: null })
    expect(ended.headers.get('set-cookie')).toContain('Max-Age=0')
    await service.db.collection('users').updateOne({ email }, { $set: { endedBefore: now - 500 } })
    expect((await ask({ sid: 'another' })).body).toEqual({ currentUser: null })
    const later = { sid: 'later', auth_time: now - 400 }
    expect((await ask(later)).body.currentUser).toMatchObject({ id: body.id })
  })

  test('rejects an expired, altered, foreign or unsigned token and clears its cookie', async () => {
    const key = service.jwtKey
    const now = Math.floor(Date.now() / 1000)
    const bearer = { ...newUser(), guestIds: [] }
    const good = await signToken(bearer, key)
    const [head = '', payload = '', signature = ''] = good.split('.')
    const none = btoa('{"alg":"none","typ":"JWT"}').replaceAll('=', '')
    const bad = [
      '',
      'x',
      await signToken(bearer, newPrivateKey()),
      await agedToken(publicKeyFor(key), {}, 'HS256'),
      await agedToken(key, {}, 'HS256'),
      await agedToken(key, { iat: now - 50_000, exp: now - 10 }),
      await agedToken(key, { aud: 'elsewhere' }),
      await agedToken(key, { exp: undefined }),
      await agedToken(key, { sid: undefined }),
      `${none}.${payload}.`,
      `${head}.${payload}.`,
      `${head}.${payload}.${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`,
    ]
    for (const token of bad) {
      const headers = { cookie: `session=${token}` }
      const response = await service.call('GET', '/api/users/currentuser', { headers })
      expect(response.body).toEqual({ currentUser: null })
      if (token !== '') expect(response.headers.get('set-cookie')).toContain('Max-Age=0')
    }
  })
})

async function agedToken(
  key: string,
  claims: Record<string, unknown>,
  alg: 'EdDSA' | 'HS256' = 'EdDSA',
): Promise<string> {
  const { sign } = await import('hono/jwt')
  const iat = Math.floor(Date.now() / 1000)
  const common = { ...newUser(), iss: 'auth', aud: 'shop', iat, auth_time: iat, exp: iat + 3600 }
  const pem = `-----BEGIN PRIVATE KEY-----${key}-----END PRIVATE KEY-----`
  return sign({ ...common, ...claims }, alg === 'EdDSA' ? pem : key, alg)
}

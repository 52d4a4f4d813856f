import { afterAll, beforeAll, expect, test } from 'bun:test'
import { newPrivateKey, publicKeyFor, signToken } from '@shop/shared/auth'
import { CurrentUserResponse } from '@shop/shared/contracts'
import { newUser } from '@shop/shared/testing'
import { parse } from 'hono/utils/cookie'
import { safeParse } from 'valibot'
import { cookieOf, newEmail, password, startTestAuth, type TestAuth } from '../testing/index.ts'

let service: TestAuth
beforeAll(async () => (service = await startTestAuth()))
afterAll(() => service.stop())

test('GET /api/users/currentuser returns the current user or null', async () => {
  expect((await service.call('GET', '/api/users/currentuser')).body).toEqual({
    currentUser: null,
  })
  const as = newUser()
  const { body } = await service.call('GET', '/api/users/currentuser', { as })
  expect(safeParse(CurrentUserResponse, body).success).toBe(true)
  expect(body.currentUser).toEqual({
    id: as.sub,
    email: as.email,
    role: 'user',
    verified: false,
  })
})

test('GET /api/users/currentuser reissues an older token within the session’s seven days', async () => {
  const key = service.jwtKey
  const now = Math.floor(Date.now() / 1000)
  const aged = await agedToken(key, { iat: now - 1000, auth_time: now - 6 * 24 * 3600 })
  const response = await service.call('GET', '/api/users/currentuser', {
    headers: { cookie: `session=${aged}` },
  })
  const { session: fresh = '' } = parse(cookieOf(response))
  const claims = JSON.parse(atob(fresh.split('.')[1] ?? ''))
  expect(claims.iat).toBeGreaterThanOrEqual(now)
  expect(claims.auth_time).toBe(now - 6 * 24 * 3600)
  expect(claims.exp).toBeLessThanOrEqual(now + 24 * 3600)
  const young = await service.call('GET', '/api/users/currentuser', { as: newUser() })
  expect(young.headers.get('set-cookie')).toBeNull()
})

test('GET /api/users/currentuser reissues no token of a revoked session, even if the broker has lost the revocation', async () => {
  const email = newEmail()
  const { body } = await service.call('POST', '/api/users/signup', { json: { email, password } })
  const now = Math.floor(Date.now() / 1000)
  const sid = crypto.randomUUID()
  const old = { sub: body.id, iat: now - 1000, auth_time: now - 1000 }
  const currentUser = async (claims: object) => {
    const token = await agedToken(service.jwtKey, { ...old, ...claims })
    const headers = { cookie: `session=${token}` }
    return service.call('GET', '/api/users/currentuser', { headers })
  }
  expect((await currentUser({ sid })).body.currentUser).toMatchObject({ id: body.id })
  const sessions = service.db.collection<{ _id: string }>('sessions')
  await sessions.insertOne({ _id: sid, userId: body.id, revokedAt: new Date() } as never)
  const revoked = await currentUser({ sid })
  expect(revoked.body).toEqual({ currentUser: null })
  expect(revoked.headers.get('set-cookie')).toContain('Max-Age=0')
  await service.db.collection('users').updateOne({ email }, { $set: { endedBefore: now - 500 } })
  expect((await currentUser({ sid: 'another' })).body).toEqual({ currentUser: null })
  const later = { sid: 'later', auth_time: now - 400 }
  expect((await currentUser(later)).body.currentUser).toMatchObject({ id: body.id })
})

test('GET /api/users/currentuser rejects an expired, altered, foreign or unsigned token and clears its cookie', async () => {
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

import { describe, expect, test } from 'bun:test'
import { Hono } from 'hono'
import { sign } from 'hono/jwt'
import type { JWTPayload } from 'hono/utils/jwt/types'
import type { Session } from '../contracts/index.ts'
import type { AppEnv } from '../http/index.ts'
import { newPrivateKey, publicKeyFor } from './keys.ts'
import { createSessions, signToken, type Bearer } from './session.ts'

const key = newPrivateKey()
const olderKey = newPrivateKey()
const pemOf = (text: string) => `-----BEGIN PRIVATE KEY-----${text}-----END PRIVATE KEY-----`
const sub = '0123456789abcdef01234567'
const bearer: Bearer = { sub, sid: 'one', role: 'user', guestIds: [] }
const now = Math.floor(Date.now() / 1000)
const claims = { ...bearer, iss: 'auth', aud: 'shop', iat: now, auth_time: now, exp: now + 60 }

interface Options {
  previousKey?: string
  isRevoked?: (session: Session) => boolean
}

function createTestApp({ previousKey, isRevoked = () => false }: Options = {}) {
  const sessions = createSessions({
    publicKey: publicKeyFor(key),
    previousPublicKey: previousKey === undefined ? undefined : publicKeyFor(previousKey),
    isRevoked,
    secure: true,
  })
  const app = new Hono<AppEnv>()
    .use(sessions.middleware)
    .get('/', (c) => c.json(c.get('session')))
    .post('/', async (c) => {
      sessions.set(c, await signToken(bearer, key))
      return c.json({})
    })
  return {
    start: async () => (await app.request('/', { method: 'POST' })).headers.get('set-cookie') ?? '',
    async read(this: void, token: string) {
      const reply = await app.request('/', { headers: { cookie: `session=${token}` } })
      return {
        session: (await reply.json()) as Session | null,
        isCleared: reply.headers.get('set-cookie')?.includes('Max-Age=0') === true,
      }
    },
  }
}

const refused = { session: null, isCleared: true }
const base64url = (value: string | Buffer) => Buffer.from(value).toString('base64url')

/** A token signed by HMAC-SHA256 whatever its header says. */
async function tokenWith(header: object, secret = key): Promise<string> {
  const text = `${base64url(JSON.stringify(header))}.${base64url(JSON.stringify(claims))}`
  return `${text}.${base64url(new Bun.CryptoHasher('sha256', secret).update(text).digest())}`
}

describe('a token', () => {
  const { read } = createTestApp()

  test('of ours is read', async () => {
    const { session, isCleared } = await read(await sign(claims, pemOf(key), 'EdDSA'))
    expect(session).toMatchObject({ sub, sid: 'one', role: 'user' })
    expect(isCleared).toBe(false)
  })

  test.each([
    ['without expiry', { exp: undefined }],
    ['with an expiry in words', { exp: 'never' }],
    ['that expired', { iat: now - 50_000, exp: now - 1 }],
    ['issued in the future', { iat: now + 3600 }],
    ['of another issuer', { iss: 'elsewhere' }],
    ['for another audience', { aud: 'elsewhere' }],
    ['without an audience', { aud: undefined }],
    ['without a session id', { sid: undefined }],
    ['with an empty session id', { sid: '' }],
    ['without a bearer', { sub: undefined }],
    ['with a bearer that is no id', { sub: { $ne: null } }],
    ['with an unknown role', { role: 'root' }],
  ])('%s is refused, its cookie cleared', async (_, change) => {
    expect(
      await read(await sign({ ...claims, ...change } as JWTPayload, pemOf(key), 'EdDSA')),
    ).toEqual(refused)
  })

  test('signed by another algorithm or key is refused', async () => {
    const [, payload, signature] = (await signToken(bearer, key)).split('.')
    const none = base64url('{"alg":"none","typ":"JWT"}')
    const foreign = [
      await sign(claims, key, 'HS512'),
      await sign(claims, 'k', 'HS256'),
      await sign(claims, publicKeyFor(key), 'HS256'),
      await sign(claims, pemOf(olderKey), 'EdDSA'),
      await tokenWith({ typ: 'JWT' }),
      await tokenWith({ alg: 'HS256', typ: 'JWT' }),
      await tokenWith({ alg: 'EdDSA', typ: 'JWT' }),
      await tokenWith({ alg: 'HS256', typ: 'JWT' }, publicKeyFor(key)),
      await tokenWith({ alg: 'RS256', typ: 'JWT' }),
      await tokenWith({ alg: 'HS256', jwk: { kty: 'oct', k: base64url('k') } }, 'k'),
      `${none}.${payload}.`,
      `${none}.${payload}.${signature}`,
      `${payload}.${signature}`,
      'x',
    ]
    for (const token of foreign) expect(await read(token)).toEqual(refused)
  })

  test('with any one bit turned is refused', async () => {
    const parts = (await signToken(bearer, key)).split('.').map((p) => Buffer.from(p, 'base64url'))
    for (const [which, part] of parts.entries())
      for (let bit = 0; bit < part.length * 8; bit += 1) {
        const turned = Buffer.from(part)
        turned[bit >> 3] = (part[bit >> 3] ?? 0) ^ (1 << (bit & 7))
        const token = parts.map((p, i) => base64url(i === which ? turned : p)).join('.')
        expect(await read(token)).toEqual(refused)
      }
  })
})

describe('while the key is changed', () => {
  test('tokens of the previous key are read, new ones are signed by the new key', async () => {
    const { read, start } = createTestApp({ previousKey: olderKey })
    expect((await read(await signToken(bearer, olderKey))).session).toMatchObject({ sub })
    expect((await read(await signToken(bearer, key))).session).toMatchObject({ sub })
    const fresh = /^session=([^;]+)/.exec(await start())?.[1] ?? ''
    expect((await createTestApp().read(fresh)).session).toMatchObject({ sub })
  })

  test('the previous key ends with its setting, and no third one counts', async () => {
    const old = await signToken(bearer, olderKey)
    expect(await createTestApp().read(old)).toEqual(refused)
    const third = await signToken(bearer, newPrivateKey())
    expect(await createTestApp({ previousKey: olderKey }).read(third)).toEqual(refused)
  })
})

test('a revoked session is none, even if it was read before', async () => {
  let isRevoked = false
  const { read } = createTestApp({ isRevoked: ({ sid }) => isRevoked && sid === 'one' })
  const token = await signToken(bearer, key)
  expect((await read(token)).session).toMatchObject({ sub })
  isRevoked = true
  expect(await read(token)).toEqual(refused)
  const other = await signToken({ ...bearer, sid: 'two' }, key)
  expect((await read(other)).session).toMatchObject({ sub })
})

test('a token lives 12 hours, but never beyond 7 days after the start of its session', async () => {
  const { read } = createTestApp()
  const expiryOf = async (auth_time: number) =>
    (await read(await signToken({ ...bearer, auth_time }, key))).session?.exp ?? 0
  expect(Math.abs((await expiryOf(now)) - (now + 12 * 3600))).toBeLessThan(60)
  const start = now - 7 * 24 * 3600 + 600
  expect(await expiryOf(start + 0.5)).toBe(start + 7 * 24 * 3600)
})

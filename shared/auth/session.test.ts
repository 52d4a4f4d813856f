import { describe, expect, test } from 'bun:test'
import { sign } from 'hono/jwt'
import type { JWTPayload } from 'hono/utils/jwt/types'
import { publicKeyFor } from './keys.ts'
import { signToken } from './session.ts'
import { bearer, createTestApp, key, previousKey, rejected, sub } from './test-sessions.ts'

const pemOf = (text: string) => `-----BEGIN PRIVATE KEY-----${text}-----END PRIVATE KEY-----`
const now = Math.floor(Date.now() / 1000)
const claims = { ...bearer, iss: 'auth', aud: 'shop', iat: now, auth_time: now, exp: now + 60 }
const base64url = (value: string | Buffer) => Buffer.from(value).toString('base64url')

/** A token signed by HMAC-SHA256, whatever its header claims. */
async function tokenWith(header: object, secret = key): Promise<string> {
  const text = `${base64url(JSON.stringify(header))}.${base64url(JSON.stringify(claims))}`
  return `${text}.${base64url(new Bun.CryptoHasher('sha256', secret).update(text).digest())}`
}

describe('a token', () => {
  const { read } = createTestApp()

  test('signed by our key is accepted', async () => {
    const { session, isCleared } = await read(await sign(claims, pemOf(key), 'EdDSA'))
    expect(session).toMatchObject({ sub, sid: 'one', role: 'user' })
    expect(isCleared).toBe(false)
  })

  test.each([
    ['without expiry', { exp: undefined }],
    ['with a textual expiry', { exp: 'never' }],
    ['that expired', { iat: now - 50_000, exp: now - 1 }],
    ['issued in the future', { iat: now + 3600 }],
    ['of another issuer', { iss: 'elsewhere' }],
    ['for another audience', { aud: 'elsewhere' }],
    ['without an audience', { aud: undefined }],
    ['without a session id', { sid: undefined }],
    ['with an empty session id', { sid: '' }],
    ['without a user id', { sub: undefined }],
    ['with an invalid user id', { sub: { $ne: null } }],
    ['with an unknown role', { role: 'root' }],
  ])('%s is rejected and its cookie cleared', async (_, change) => {
    expect(
      await read(await sign({ ...claims, ...change } as JWTPayload, pemOf(key), 'EdDSA')),
    ).toEqual(rejected)
  })

  test('signed by another algorithm or key is rejected', async () => {
    const [, payload, signature] = (await signToken(bearer, key)).split('.')
    const none = base64url('{"alg":"none","typ":"JWT"}')
    const foreign = [
      await sign(claims, key, 'HS512'),
      await sign(claims, 'k', 'HS256'),
      await sign(claims, publicKeyFor(key), 'HS256'),
      await sign(claims, pemOf(previousKey), 'EdDSA'),
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
    for (const token of foreign) expect(await read(token)).toEqual(rejected)
  })

  test('with any bit flipped is rejected', async () => {
    const parts = (await signToken(bearer, key)).split('.').map((p) => Buffer.from(p, 'base64url'))
    for (const [which, part] of parts.entries())
      for (let bit = 0; bit < part.length * 8; bit += 1) {
        const flipped = Buffer.from(part)
        flipped[bit >> 3] = (part[bit >> 3] ?? 0) ^ (1 << (bit & 7))
        const token = parts.map((p, i) => base64url(i === which ? flipped : p)).join('.')
        expect(await read(token)).toEqual(rejected)
      }
  })
})

test('a revoked session is rejected, also when it was read before', async () => {
  let isRevoked = false
  const { read } = createTestApp({ isRevoked: ({ sid }) => isRevoked && sid === 'one' })
  const token = await signToken(bearer, key)
  expect((await read(token)).session).toMatchObject({ sub })
  isRevoked = true
  expect(await read(token)).toEqual(rejected)
  const other = await signToken({ ...bearer, sid: 'two' }, key)
  expect((await read(other)).session).toMatchObject({ sub })
})

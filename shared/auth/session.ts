import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import { sign, verify } from 'hono/jwt'
import { safeParse } from 'valibot'
import { SessionClaims, ShopError, type Session } from '../contracts/index.ts'
import type { AppEnv } from '../http/index.ts'
import { privateKeyOf, publicKeyOf } from './keys.ts'

const COOKIE = 'session'
const ALG = 'EdDSA'
const ISSUER = 'auth'
const AUDIENCE = 'shop'
/** How long a token is valid; a session in use gets new ones. */
export const TOKEN_LIFE_S = 12 * 3600
const SESSION_LIFE_S = 7 * 24 * 3600
const CACHE_SIZE = 10_000

/** The claims of a new token. */
export type Bearer = Pick<Session, 'sub' | 'sid' | 'role'> &
  Partial<Pick<Session, 'email' | 'name' | 'verified' | 'guestIds' | 'auth_time'>>

export interface SessionOptions {
  /** Verifies tokens; only auth has the private key. */
  publicKey: string
  /** The previous key, whose tokens stay valid until they expire. */
  previousPublicKey?: string | undefined
  /** Whether a session was ended before its token expired. */
  isRevoked: (session: Session) => boolean
  /** Whether the cookie is sent over https only. */
  secure: boolean
}

/** Sets and reads the `session` cookie. */
export function createSessions({
  publicKey,
  previousPublicKey,
  secure,
  isRevoked,
}: SessionOptions) {
  const keys = previousPublicKey === undefined ? [publicKey] : [publicKey, previousPublicKey]
  const cache = new Map<string, Session>()
  const cookie = { path: '/', httpOnly: true, secure, sameSite: 'Lax' } as const
  const isLive = (session: Session) => session.exp * 1000 > Date.now() && !isRevoked(session)

  async function read(token: string): Promise<Session | null> {
    const known = cache.get(token) ?? (await verifyWithAny(token, keys))
    if (known === null || !isLive(known)) {
      cache.delete(token)
      return null
    }
    if (cache.size >= CACHE_SIZE) cache.clear()
    cache.set(token, known)
    return known
  }

  return {
    isSecure: secure,

    /** Sets the cookie to a token. */
    set: (c: Context, token: string): void =>
      setCookie(c, COOKIE, token, { ...cookie, maxAge: TOKEN_LIFE_S }),

    /** Clears the cookie. */
    clear(c: Context): void {
      deleteCookie(c, COOKIE, cookie)
    },

    /** Whether a session that was read earlier is still valid. */
    isLive,

    /** Delays requests with a session until the revocations are known; rejects them after 5 s. */
    holdUntil: (known: Promise<void>) =>
      createMiddleware<AppEnv>(async (c, next) => {
        if (getCookie(c, COOKIE) !== undefined && !(await isKnownSoon(known)))
          throw new ShopError('unavailable', 'Starting up: please try again in a moment', {
            headers: { 'retry-after': '1' },
          })
        await next()
      }),

    /** Sets the verified session, or null, on the context; clears an invalid cookie. */
    middleware: createMiddleware<AppEnv>(async (c, next) => {
      const token = getCookie(c, COOKIE)
      const session = token === undefined ? null : await read(token)
      c.set('session', session)
      if (token !== undefined && session === null) deleteCookie(c, COOKIE, cookie)
      await next()
    }),
  }
}

export type Sessions = ReturnType<typeof createSessions>

const HOLD_MS = 5000

async function isKnownSoon(known: Promise<void>): Promise<boolean> {
  const { promise: late, resolve } = Promise.withResolvers<boolean>()
  const timer = setTimeout(() => resolve(false), HOLD_MS)
  const isKnown = await Promise.race([known.then(() => true), late])
  clearTimeout(timer)
  return isKnown
}

/** A signed token: valid for 12 h, but no longer than 7 days after the session began. */
export async function signToken(bearer: Bearer, privateKey: string): Promise<string> {
  const now = Date.now() / 1000
  const iat = Math.floor(now)
  const auth_time = bearer.auth_time ?? now
  const exp = Math.floor(Math.min(iat + TOKEN_LIFE_S, auth_time + SESSION_LIFE_S))
  const claims = { ...bearer, auth_time, iat, exp, iss: ISSUER, aud: AUDIENCE }
  return sign(claims, await privateKeyOf(privateKey), ALG)
}

async function verifyWithAny(token: string, keys: string[]): Promise<Session | null> {
  for (const key of keys) {
    const session = await verifyWith(token, key)
    if (session !== null) return session
  }
  return null
}

async function verifyWith(token: string, key: string): Promise<Session | null> {
  try {
    const payload = await verify(token, await publicKeyOf(key), {
      alg: ALG,
      iss: ISSUER,
      aud: AUDIENCE,
    })
    const claims = safeParse(SessionClaims, payload)
    return claims.success ? claims.output : null
  } catch {
    // The library's message contains the token: it must not be logged.
    return null
  }
}

import { Hono } from 'hono'
import type { Session } from '../contracts/index.ts'
import type { AppEnv } from '../http/index.ts'
import { newPrivateKey, publicKeyFor } from './keys.ts'
import { createSessions, signToken, type Bearer } from './session.ts'

export const key = newPrivateKey()
export const previousKey = newPrivateKey()
export const sub = '0123456789abcdef01234567'
export const bearer: Bearer = { sub, sid: 'one', role: 'user', guestIds: [] }

interface Options {
  previousKey?: string
  isRevoked?: (session: Session) => boolean
}

/** An app whose routes show the session and start one. */
export function createTestApp(options: Options = {}) {
  const sessions = createSessions({
    publicKey: publicKeyFor(key),
    previousPublicKey: options.previousKey && publicKeyFor(options.previousKey),
    isRevoked: options.isRevoked ?? (() => false),
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
      const response = await app.request('/', { headers: { cookie: `session=${token}` } })
      return {
        session: (await response.json()) as Session | null,
        isCleared: response.headers.get('set-cookie')?.includes('Max-Age=0') === true,
      }
    },
  }
}

/** What reading an invalid token returns. */
export const rejected = { session: null, isCleared: true }

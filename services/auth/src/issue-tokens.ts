import { signToken, type Bearer, type Sessions } from '@shop/shared/auth'
import type { Context } from 'hono'

export function issueTokens(sessions: Sessions, privateKey: string) {
  return {
    ...sessions,
    /** Sets a cookie with a new token; a session lasts 7 days in all, however often its token is reissued. */
    async start(c: Context, bearer: Bearer): Promise<void> {
      sessions.set(c, await signToken(bearer, privateKey))
    },
  }
}

export type SessionCookie = ReturnType<typeof issueTokens>

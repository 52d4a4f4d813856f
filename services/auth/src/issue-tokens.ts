import { signToken, type Bearer, type Sessions } from '@shop/shared/auth'
import type { Context } from 'hono'

/** The cookie as auth has it: the one service that signs tokens. */
export function issueTokens(sessions: Sessions, privateKey: string) {
  return {
    ...sessions,
    /** Sets a cookie with a fresh token; a session lives 7 days in all, however often it is re-issued. */
    async start(c: Context, bearer: Bearer): Promise<void> {
      sessions.set(c, await signToken(bearer, privateKey))
    },
  }
}

export type SessionCookie = ReturnType<typeof issueTokens>

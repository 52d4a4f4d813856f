import { expect } from 'bun:test'
import { eventually, newId, startTestService, type Answer } from '@shop/shared/testing'
import type { AuthConfig } from '../config.ts'
import { createAuth } from '../service.ts'

export const password = 'correct horse'
export const newEmail = () => `${newId()}@example.com`

/** The cookie that an answer has set, as the browser sends it back. */
export const cookieOf = ({ headers }: Answer) => headers.get('set-cookie')?.split(';')[0] ?? ''

/** An address of a client that no other test has. */
export function newAddress(): Record<string, string> {
  const parts = crypto.getRandomValues(new Uint8Array(3))
  return { 'x-real-ip': `10.${parts.join('.')}` }
}

/** The auth service on the stack's servers, with what its tests ask of it again and again. */
export async function startTestAuth(overrides: Partial<AuthConfig> = {}) {
  const service = await startTestService('auth', createAuth, {
    SIGNUPS_PER_HOUR: 10_000,
    ...overrides,
  })
  return {
    ...service,

    /** A request with the cookie of an earlier answer. */
    with(cookie: string, method: string, path: string, json?: unknown) {
      return service.call(method, path, { headers: { cookie, ...newAddress() }, json })
    },

    /** A new user with a session. */
    async newAccount() {
      const email = newEmail()
      const json = { email, password }
      const reply = await service.call('POST', '/api/users/signup', { json, headers: newAddress() })
      expect(reply.status).toBe(201)
      return { email, id: reply.body.id as string, cookie: cookieOf(reply) }
    },

    /** A further session of a user. */
    async signIn(email: string, given = password): Promise<string> {
      const json = { email, password: given }
      const reply = await service.call('POST', '/api/users/signin', { json, headers: newAddress() })
      expect(reply.status).toBe(200)
      return cookieOf(reply)
    },

    /** Who the bearer of a cookie is here, or null. */
    async whoIs(cookie: string) {
      const reply = await service.call('GET', '/api/users/currentuser', { headers: { cookie } })
      return reply.body.currentUser
    },

    /** Waits until a cookie is worth nothing here. */
    hasEnded(cookie: string): Promise<void> {
      return eventually(async () => expect(await this.whoIs(cookie)).toBeNull())
    },
  }
}

export type TestAuth = Awaited<ReturnType<typeof startTestAuth>>

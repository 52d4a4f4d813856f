import { expect } from 'bun:test'
import { linkSecret } from '@shop/shared/auth'
import type { PayloadOf } from '@shop/shared/contracts'
import { eventually, newId, startTestService, type TestResponse } from '@shop/shared/testing'
import { parse } from 'hono/utils/cookie'
import type { AuthConfig } from '../config.ts'
import type { LinkKind } from '../domain/mailed-link.ts'
import { createAuth } from '../service.ts'

export const password = 'correct horse'
export const newEmail = () => `${newId()}@example.com`

/** The cookie that a response has set, as the browser sends it back. */
export function cookieOf({ headers }: TestResponse): string {
  const { session } = parse(headers.get('set-cookie') ?? '')
  return session === undefined ? '' : `session=${session}`
}

/** A client address that no other test uses. */
export function newAddress(): Record<string, string> {
  const parts = crypto.getRandomValues(new Uint8Array(3))
  return { 'x-real-ip': `10.${parts.join('.')}` }
}

/** The auth service on the stack's servers, with helpers for its tests. */
export async function startTestAuth(overrides: Partial<AuthConfig> = {}) {
  const service = await startTestService('auth', createAuth, {
    SIGNUPS_PER_HOUR: 10_000,
    ...overrides,
  })
  const mails = service.published('mail:asked')
  const mailsTo = (email: string, kind: PayloadOf<'mail:asked'>['kind']) => {
    const meant = mails.filter((mail) => mail.to === email && mail.kind === kind)
    // After a new connection, recent events are published again, with other ids.
    const byFact = new Map(meant.map((mail) => [JSON.stringify({ ...mail, meta: null }), mail]))
    return [...byFact.values()]
  }

  return {
    ...service,
    /** The mails of a kind that were asked for, to an address. */
    mailsTo,

    /** The code of the newest link, once mails with that many links have been asked for. */
    async codeFor(email: string, kind: LinkKind, count = 1): Promise<string> {
      const ids = () => [...new Set(mailsTo(email, kind).map(({ tokenId = '' }) => tokenId))]
      await eventually(() => expect(ids()).toHaveLength(count))
      const id = ids().at(-1) ?? ''
      return `${id}.${linkSecret(service.config.ACCOUNT_LINK_KEY, kind, { id, address: email })}`
    },

    with(cookie: string, method: string, path: string, json?: unknown) {
      return service.call(method, path, { headers: { cookie, ...newAddress() }, json })
    },

    async newAccount() {
      const email = newEmail()
      const json = { email, password }
      const response = await service.call('POST', '/api/users/signup', {
        json,
        headers: newAddress(),
      })
      expect(response.status).toBe(201)
      return { email, id: response.body.id as string, cookie: cookieOf(response) }
    },

    async signIn(email: string, given = password): Promise<string> {
      const json = { email, password: given }
      const response = await service.call('POST', '/api/users/signin', {
        json,
        headers: newAddress(),
      })
      expect(response.status).toBe(200)
      return cookieOf(response)
    },

    async whoIs(cookie: string) {
      const response = await service.call('GET', '/api/users/currentuser', { headers: { cookie } })
      return response.body.currentUser
    },

    hasEnded(cookie: string): Promise<void> {
      return eventually(async () => expect(await this.whoIs(cookie)).toBeNull())
    },
  }
}

/** Two replicas of the service, with one database and the same subjects. */
export async function startTwoReplicas(): Promise<[TestAuth, TestAuth]> {
  const service = await startTestAuth()
  const { SUBJECT_PREFIX, MONGO_URL } = service.config
  const replica = await startTestAuth({ SUBJECT_PREFIX, MONGO_URL })
  await eventually(async () => expect(await replica.readiness()).toBe('ok'))
  return [service, replica]
}

export type TestAuth = Awaited<ReturnType<typeof startTestAuth>>

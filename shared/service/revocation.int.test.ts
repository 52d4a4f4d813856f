import { afterAll, afterEach, beforeAll, expect, test } from 'bun:test'
import { Hono } from 'hono'
import { TOKEN_LIFE_S, type Bearer } from '../auth/index.ts'
import type { AppEnv } from '../http/index.ts'
import {
  eventually,
  newUser,
  brokerOf,
  readStack,
  startProxy,
  startTestService,
  type TestService,
} from '../testing/index.ts'
import type { CreateService, ServiceConfig } from './index.ts'

const WITHIN_MS = 2000
const createPlain: CreateService<ServiceConfig> = () => ({
  routes: new Hono<AppEnv>().get('/api/users/currentuser', (c) => {
    const session = c.get('session')
    return c.json({ currentUser: session && { id: session.sub, role: session.role } })
  }),
  listeners: [],
  outboxes: [],
  sweepers: [],
})
const start = (extra: Partial<ServiceConfig>) => startTestService('cart', createPlain, extra)

let first: TestService
const others: TestService[] = []

beforeAll(async () => {
  first = await start({})
})

afterEach(async () => {
  for (const service of others.splice(0)) await service.stop()
})

afterAll(() => first.stop())

async function startBeside(): Promise<TestService> {
  const service = await start({ SUBJECT_PREFIX: first.config.SUBJECT_PREFIX })
  others.push(service)
  return service
}

async function isKnownAt(service: TestService, as: Bearer): Promise<boolean> {
  return (await service.call('GET', '/api/users/currentuser', { as })).body.currentUser !== null
}

const ready = (service: TestService) =>
  eventually(async () => expect(await service.readiness()).toBe('ok'))
const exp = Math.floor(Date.now() / 1000) + TOKEN_LIFE_S

test('a revoked session ends at every service, including one that starts later', async () => {
  const [as, other] = [newUser(), newUser()]
  const second = await startBeside()
  for (const service of [first, second]) expect(await isKnownAt(service, as)).toBe(true)
  await first.publish('session:revoked', { sid: as.sid, userId: as.sub, before: 0, exp })
  for (const service of [first, second])
    await eventually(async () => expect(await isKnownAt(service, as)).toBe(false), WITHIN_MS)
  const later = await startBeside()
  await ready(later)
  expect(await isKnownAt(later, as)).toBe(false)
  expect(await isKnownAt(later, other)).toBe(true)
})

test('revoking a user ends earlier sessions and none that begins later in the same second', async () => {
  const user = newUser()
  const before = Date.now() / 1000
  const as = { ...user, auth_time: before - 0.001 }
  const next = { ...user, sid: crypto.randomUUID(), auth_time: before + 0.001 }
  await first.publish('session:revoked', { userId: user.sub, before, exp })
  await eventually(async () => expect(await isKnownAt(first, as)).toBe(false), WITHIN_MS)
  expect(await isKnownAt(first, next)).toBe(true)
})

test('a service is not ready and refuses sessions until it knows the revocations', async () => {
  const { setting, url } = brokerOf(await readStack())
  const proxy = await startProxy(url)
  proxy.cut()
  const service = await start({ [setting]: proxy.url })
  others.push(service)
  expect(await service.readiness()).toBe('missing: broker, revocations')
  const early = await service.call('GET', '/api/users/currentuser', { as: newUser() })
  expect([early.status, early.headers.get('retry-after')]).toEqual([503, '1'])
  expect((await service.call('GET', '/api/users/currentuser')).status).toBe(200)
  proxy.mend()
  await ready(service)
  proxy.cut()
  expect(await service.readiness()).toBe('ok')
  proxy.stop()
}, 30_000)

import { afterAll, expect, test } from 'bun:test'
import { eventually } from '@shop/shared/testing'
import { startTestAuth, type TestAuth } from './testing/index.ts'

const services: TestAuth[] = []

afterAll(async () => {
  for (const service of services) await service.stop()
})

async function start(...overrides: Parameters<typeof startTestAuth>): Promise<TestAuth> {
  const service = await startTestAuth(...overrides)
  services.push(service)
  return service
}

test('an empty broker gets users, links and revocations again, so that an ended session stays ended', async () => {
  const before = await start()
  const [one, all] = [await before.newAccount(), await before.newAccount()]
  await before.with(one.cookie, 'PUT', '/api/users/profile', { name: 'Ann' })
  await before.with(one.cookie, 'POST', '/api/users/signout')
  await before.with(all.cookie, 'POST', '/api/users/signout-everywhere')
  const after = await start({ MONGO_URL: before.config.MONGO_URL })
  await after.hasEnded(one.cookie)
  await after.hasEnded(all.cookie)
  const users = after.published('user:updated')
  for (const event of [
    { id: one.id, name: 'Ann' },
    { id: all.id, verified: false },
  ])
    await eventually(() => expect(users).toContainEqual(expect.objectContaining(event)))
  const link = await before.codeFor(one.email, 'verify')
  expect(await after.codeFor(one.email, 'verify')).toBe(link)
}, 30_000)

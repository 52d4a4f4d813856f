import { afterAll, beforeAll, expect, test } from 'bun:test'
import { eventually, newId, startTestService } from '@shop/shared/testing'
import { createAuth } from './service.ts'

const start = () => startTestService('auth', createAuth, {})
let service: Awaited<ReturnType<typeof start>>

beforeAll(async () => {
  service = await start()
})

afterAll(() => service.stop())

function grant(email: string) {
  const script = new URL('grant-admin.ts', import.meta.url).pathname
  return Bun.spawn([process.execPath, script, email], {
    env: { MONGO_URL: service.config.MONGO_URL },
    stdout: 'ignore',
  }).exited
}

test('grants the role by a command and ends the sessions of the user', async () => {
  const revoked = service.published('session:revoked')
  const email = `${newId()}@example.com`
  const credentials = { json: { email, password: 'correct horse' } }
  const { body } = await service.call('POST', '/api/users/signup', credentials)
  expect(await grant(email.toUpperCase())).toBe(0)
  await eventually(() => expect(revoked.some(({ userId }) => userId === body.id)).toBe(true))
  const { headers } = await service.call('POST', '/api/users/signin', credentials)
  const cookie = headers.get('set-cookie')?.split(';')[0] ?? ''
  const me = await service.call('GET', '/api/users/currentuser', { headers: { cookie } })
  expect(me.body.currentUser.role).toBe('admin')
})

test('fails for an address that nobody has', async () => {
  expect(await grant('nobody@example.com')).toBe(1)
})

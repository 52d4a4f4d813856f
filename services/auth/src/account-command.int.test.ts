import { afterAll, beforeAll, expect, test } from 'bun:test'
import { eventually } from '@shop/shared/testing'
import { cookieOf, newEmail, startTestAuth, type TestAuth } from './testing/index.ts'

let service: TestAuth
beforeAll(async () => (service = await startTestAuth()))
afterAll(() => service.stop())

async function run(program: string, ...args: string[]) {
  const script = new URL(program, import.meta.url).pathname
  const command = Bun.spawn([process.execPath, script, ...args], {
    env: { MONGO_URL: service.config.MONGO_URL },
    stdout: 'pipe',
    stderr: 'pipe',
  })
  const [out, fault] = [command.stdout, command.stderr].map((text) => new Response(text).text())
  return { code: await command.exited, out: await out, fault: await fault }
}

test('grants the role and revokes the sessions of the user; the next session is an admin’s', async () => {
  const email = newEmail()
  const credentials = { json: { email, password: 'correct horse' } }
  const before = cookieOf(await service.call('POST', '/api/users/signup', credentials))
  expect(await run('grant-admin.ts', ` ${email.toUpperCase()} `)).toEqual({
    code: 0,
    out: `${email} is an administrator from the next sign-in on\n`,
    fault: '',
  })
  await eventually(async () => expect(await service.whoIs(before)).toBeNull())
  const after = cookieOf(await service.call('POST', '/api/users/signin', credentials))
  expect(await service.whoIs(after)).toMatchObject({ email, role: 'admin' })
})

test('reports an unknown email address', async () => {
  const { code, fault } = await run('grant-admin.ts', 'nobody@example.com')
  expect([code, fault]).toEqual([1, 'nobody has the email address nobody@example.com\n'])
})

test.each([[[]], [['not an address']], [['a@example.com', 'not an address']]])(
  'prints its usage when called with %p',
  async (args) => {
    const { code, fault } = await run('grant-admin.ts', ...args)
    expect([code, fault]).toEqual([1, 'usage: bun run admin:grant <email> …\n'])
  },
)

test('verify-email marks addresses as verified, once, and publishes it', async () => {
  const [one, other] = [await service.newAccount(), await service.newAccount()]
  const events = service.published('user:updated')
  const verify = () => run('verify-email.ts', one.email, other.email)
  expect(await verify()).toMatchObject({ code: 0, fault: '' })
  for (const { id } of [one, other])
    await eventually(() =>
      expect(events).toContainEqual(expect.objectContaining({ id, verified: true })),
    )
  expect((await verify()).out).toBe(`${one.email} is verified\n${other.email} is verified\n`)
  const stored = await service.db.collection('users').findOne({ email: one.email })
  expect(stored).toMatchObject({ verified: true, version: 1 })
})

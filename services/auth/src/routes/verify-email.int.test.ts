import { afterAll, beforeAll, expect, test } from 'bun:test'
import { linkSecret } from '@shop/shared/auth'
import { eventually, newUser } from '@shop/shared/testing'
import { cookieOf, newAddress, startTestAuth, type TestAuth } from '../testing/index.ts'

const previousKey = 'previous'.repeat(4)
let service: TestAuth
beforeAll(async () => {
  service = await startTestAuth({ ACCOUNT_LINK_KEY_PREVIOUS: previousKey })
})
afterAll(() => service.stop())

const verify = (token: string, cookie = '') =>
  service.with(cookie, 'POST', '/api/users/email/verify', { token })
const sendAgain = (cookie: string) => service.with(cookie, 'POST', '/api/users/email/verify/send')

test('a sign-up publishes the user and asks for a verification mail', async () => {
  const events = service.published('user:updated')
  const { email, id, cookie } = await service.newAccount()
  await eventually(() =>
    expect(events.find((event) => event.id === id)).toMatchObject({
      email,
      verified: false,
      version: 0,
    }),
  )
  await service.codeFor(email, 'verify')
  const [mail] = service.mailsTo(email, 'verify')
  expect(mail).toMatchObject({ kind: 'verify', to: email, userId: id })
  expect(Date.parse(mail?.exp ?? '') - Date.parse(mail?.happenedAt ?? '')).toBe(7 * 86_400_000)
  expect(await service.whoIs(cookie)).toEqual({ id, email, role: 'user', verified: false })
})

test('POST /api/users/email/verify verifies the address, in every session', async () => {
  const { email, id, cookie } = await service.newAccount()
  const elsewhere = await service.signIn(email)
  const events = service.published('user:updated')
  const response = await verify(await service.codeFor(email, 'verify'), cookie)
  expect([response.status, response.body]).toEqual([200, {}])
  expect(await service.whoIs(cookieOf(response))).toMatchObject({ id, verified: true })
  await eventually(async () => {
    expect(await service.whoIs(elsewhere)).toMatchObject({ id, verified: true })
  })
  await eventually(() =>
    expect(events).toContainEqual(expect.objectContaining({ id, verified: true, version: 1 })),
  )
  expect(await service.whoIs(await service.signIn(email))).toMatchObject({ verified: true })
})

test('a link works again, without a session and in others’, and changes nothing more', async () => {
  const { email } = await service.newAccount()
  const other = await service.newAccount()
  const token = await service.codeFor(email, 'verify')
  for (const cookie of ['', other.cookie]) {
    const response = await verify(token, cookie)
    expect([response.status, response.headers.get('set-cookie')]).toEqual([200, null])
  }
  const user = await service.db.collection('users').findOne({ email })
  expect(user).toMatchObject({ verified: true, version: 1 })
  expect(await service.whoIs(other.cookie)).toMatchObject({ verified: false })
})

test('POST /api/users/email/verify refuses an expired, an older and another person’s link', async () => {
  const { email, cookie } = await service.newAccount()
  const older = await service.codeFor(email, 'verify')
  expect((await sendAgain(cookie)).status).toBe(202)
  const newer = await service.codeFor(email, 'verify', 2)
  expect((await verify(older)).status).toBe(400)
  const [id = ''] = newer.split('.')
  const key = service.config.ACCOUNT_LINK_KEY
  const moved = linkSecret(key, 'verify', { id, address: 'eve@example.com' })
  expect((await verify(`${id}.${moved}`)).body.errors[0].field).toBe('token')
  const users = service.db.collection('users')
  await users.updateOne({ email }, { $set: { 'links.verify.exp': new Date(Date.now() - 1) } })
  expect((await verify(newer)).status).toBe(400)
  expect(await users.findOne({ email })).not.toMatchObject({ verified: true })
})

test('a link that was made with the previous key still works', async () => {
  const { email } = await service.newAccount()
  const [id = ''] = (await service.codeFor(email, 'verify')).split('.')
  const secret = linkSecret(previousKey, 'verify', { id, address: email })
  expect((await verify(`${id}.${secret}`)).status).toBe(200)
})

test('POST /api/users/email/verify/send sends three mails an hour, and none to a verified address', async () => {
  const { email, cookie } = await service.newAccount()
  for (const count of [2, 3, 4]) {
    expect((await sendAgain(cookie)).status).toBe(202)
    await service.codeFor(email, 'verify', count)
  }
  const refused = await sendAgain(cookie)
  expect(refused.status).toBe(429)
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(3500)
  await verify(await service.codeFor(email, 'verify', 4))
  expect((await sendAgain(cookie)).status).toBe(202)
  const user = await service.db.collection('users').findOne({ email })
  expect(user).toMatchObject({ verified: true, version: 4 })
})

test('POST /api/users/email/verify/send is for users', async () => {
  expect((await sendAgain('')).status).toBe(401)
  const call = (as: ReturnType<typeof newUser>) =>
    service.call('POST', '/api/users/email/verify/send', { as, headers: newAddress() })
  expect((await call(newUser('guest'))).status).toBe(403)
  expect((await call(newUser())).status).toBe(401)
})

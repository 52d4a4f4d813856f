import { afterAll, beforeAll, expect, test } from 'bun:test'
import { eventually, newUser } from '@shop/shared/testing'
import { cookieOf, newEmail, password, startTestAuth, type TestAuth } from '../testing/index.ts'

let service: TestAuth
beforeAll(async () => (service = await startTestAuth()))
afterAll(() => service.stop())

const signUp = (json: unknown, rest = {}) =>
  service.call('POST', '/api/users/signup', { json, ...rest })
const signIn = (json: unknown, rest = {}) =>
  service.call('POST', '/api/users/signin', { json, ...rest })

test('POST /api/users/signin starts a session; spaces in the password count', async () => {
  const email = newEmail()
  await signUp({ email, password: ` ${password} ` })
  const response = await signIn({ email, password: ` ${password} ` })
  expect(response.status).toBe(200)
  expect(await service.whoIs(cookieOf(response))).toMatchObject({ email, role: 'user' })
  expect((await signIn({ email, password })).status).toBe(400)
})

test('POST /api/users/signin responds alike to an unknown address and a wrong password', async () => {
  const email = newEmail()
  await signUp({ email, password })
  const wrong = await signIn({ email, password: 'wrong horse' })
  const unknown = await signIn({ email: newEmail(), password })
  for (const { body } of [wrong, unknown]) delete body.requestId
  expect([wrong.status, wrong.body]).toEqual([unknown.status, unknown.body])
  expect(wrong.status).toBe(400)
  expect(wrong.headers.get('set-cookie')).toBeNull()
})

test('POST /api/users/signin adds the id of the guest to the user, once', async () => {
  const email = newEmail()
  await signUp({ email, password })
  const guest = newUser('guest')
  for (let i = 0; i < 2; i += 1) await signIn({ email, password }, { as: guest })
  const stored = await service.db.collection('users').findOne({ email })
  expect(stored?.['guestIds']).toEqual([guest.sub])
})

test('POST /api/users/signout revokes the session, clears the cookie and publishes session:revoked', async () => {
  const revoked = service.published('session:revoked')
  const response = await signUp({ email: newEmail(), password })
  const cookie = cookieOf(response)
  const signedOut = await service.call('POST', '/api/users/signout', { headers: { cookie } })
  expect([signedOut.status, signedOut.body]).toEqual([200, {}])
  expect(signedOut.headers.get('set-cookie')).toContain('Max-Age=0')
  await eventually(() =>
    expect(revoked.some(({ userId }) => userId === response.body.id)).toBe(true),
  )
})

test('POST /api/users/signout does nothing without a session', async () => {
  expect((await service.call('POST', '/api/users/signout')).status).toBe(200)
})

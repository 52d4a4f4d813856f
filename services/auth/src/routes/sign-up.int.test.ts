import { afterAll, beforeAll, expect, test } from 'bun:test'
import { UserResponse } from '@shop/shared/contracts'
import { newUser } from '@shop/shared/testing'
import { safeParse } from 'valibot'
import { cookieOf, newEmail, password, startTestAuth, type TestAuth } from '../testing/index.ts'

let service: TestAuth
beforeAll(async () => (service = await startTestAuth()))
afterAll(() => service.stop())

const signUp = (json: unknown, rest = {}) =>
  service.call('POST', '/api/users/signup', { json, ...rest })

test('POST /api/users/signup creates a user and a session; the address is trimmed and lowercased', async () => {
  const email = newEmail()
  const response = await signUp({ email: ` ${email.toUpperCase()} `, password })
  expect(response.status).toBe(201)
  expect(safeParse(UserResponse, response.body).success).toBe(true)
  expect(response.body.email).toBe(email)
  const cookie = response.headers.get('set-cookie')
  for (const part of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/', 'session='])
    expect(cookie).toContain(part)
  expect(cookie).not.toContain('Domain')
  expect(await service.whoIs(cookieOf(response))).toEqual({
    id: response.body.id,
    email,
    role: 'user',
    verified: false,
  })
  const stored = await service.db.collection('users').findOne({ email })
  expect(stored?.['password']).toStartWith('$scrypt$ln=14,r=8,p=5$')
})

test('POST /api/users/signup returns 400 for an address in use, also for concurrent requests', async () => {
  const email = newEmail()
  const responses = await Promise.all([1, 2, 3].map(() => signUp({ email, password })))
  expect(responses.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 400, 400])
  const late = await signUp({ email, password })
  expect(late.body.errors).toEqual([{ message: 'This email address is in use', field: 'email' }])
})

test('a guest keeps the id', async () => {
  const guest = newUser('guest')
  const { body } = await signUp({ email: newEmail(), password }, { as: guest })
  expect(body.id).toBe(guest.sub)
  const again = await signUp({ email: newEmail(), password }, { as: guest })
  expect(again.status).toBe(201)
  expect(again.body.id).not.toBe(guest.sub)
})

test.each([
  ['a short password', { password: '1234567' }],
  ['a long password', { password: 'x'.repeat(129) }],
  ['no password', { password: undefined }],
  ['a number as password', { password: 12_345_678 }],
  ['no address', { email: '' }],
  ['a bad address', { email: 'someone' }],
  ['an operator', { email: { $gt: '' } }],
  ['an unknown field', { role: 'admin' }],
])('POST /api/users/signup refuses %s', async (_, fields) => {
  const { status, body } = await signUp({ email: newEmail(), password, ...fields })
  expect([status, body.type]).toEqual([400, '/problems/validation'])
  expect(body.errors[0].field).toBeString()
})

test('POST /api/users/signup refuses other bodies than JSON and keys for prototype pollution', async () => {
  const send = (body: string, type = 'application/json') =>
    service.call('POST', '/api/users/signup', { body, headers: { 'content-type': type } })
  expect((await send('{')).body.type).toBe('/problems/malformed-body')
  expect((await send('{}', 'text/plain')).status).toBe(415)
  const polluting = `{"email":"${newEmail()}","password":"${password}","__proto__":{"a":1}}`
  expect((await send(polluting)).status).toBe(400)
})

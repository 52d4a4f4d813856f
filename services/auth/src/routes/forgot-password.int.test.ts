import { afterAll, beforeAll, expect, test } from 'bun:test'
import type { TestResponse } from '@shop/shared/testing'
import { newEmail, newAddress, startTestAuth, type TestAuth } from '../testing/index.ts'

let service: TestAuth
beforeAll(async () => (service = await startTestAuth({ LIMIT_SCALE: 1 })))
afterAll(() => service.stop())

const path = '/api/users/password/forgot'
const forgot = (email: string, headers = newAddress()) =>
  service.call('POST', path, { json: { email }, headers })
const withoutId = ({ status, body, headers }: TestResponse) => {
  headers.delete('x-request-id')
  return { status, body, headers: Object.fromEntries(headers) }
}

test('POST /api/users/password/forgot asks for a mail with a link that is valid for an hour', async () => {
  const { email, id } = await service.newAccount()
  const before = Date.now()
  expect((await forgot(` ${email.toUpperCase()} `)).status).toBe(202)
  await service.codeFor(email, 'reset')
  const [mail] = service.mailsTo(email, 'reset')
  expect(mail).toMatchObject({ kind: 'reset', to: email, userId: id })
  expect(Date.parse(mail?.exp ?? '') - Date.parse(mail?.happenedAt ?? '')).toBe(3_600_000)
  expect(Date.parse(mail?.happenedAt ?? '')).toBeGreaterThanOrEqual(before)
})

test('the response is the same for unknown addresses, which get no mail', async () => {
  const { email } = await service.newAccount()
  const unknown = newEmail()
  const nobody = withoutId(await forgot(unknown))
  expect(withoutId(await forgot(email))).toEqual(nobody)
  await service.codeFor(email, 'reset')
  expect(service.mailsTo(unknown, 'reset')).toEqual([])
})

test('an address gets three mails an hour; further requests get the same response', async () => {
  const { email } = await service.newAccount()
  const sent = withoutId(await forgot(email))
  for (const count of [2, 3]) {
    await service.codeFor(email, 'reset', count - 1)
    await forgot(email)
  }
  await service.codeFor(email, 'reset', 3)
  expect(withoutId(await forgot(email))).toEqual(sent)
  const other = await service.newAccount()
  await forgot(other.email)
  await service.codeFor(other.email, 'reset')
  expect(service.mailsTo(email, 'reset')).toHaveLength(3)
})

test('POST /api/users/password/forgot returns 429 after 20 requests an hour from one address', async () => {
  const headers = newAddress()
  for (let count = 0; count < 20; count += 1)
    expect((await forgot(newEmail(), headers)).status).toBe(202)
  const refused = await forgot(newEmail(), headers)
  expect([refused.status, refused.body.type]).toEqual([429, '/problems/too-many-requests'])
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(3500)
  expect((await forgot(newEmail())).status).toBe(202)
})

test.each([{ email: 'someone' }, { email: { $gt: '' } }, { email: 'a@example.com', to: 'b' }, {}])(
  'POST /api/users/password/forgot returns 400 for %p',
  async (json) => {
    const { status } = await service.call('POST', path, { json, headers: newAddress() })
    expect(status).toBe(400)
  },
)

import { afterAll, beforeAll, expect, test } from 'bun:test'
import { linkSecret } from '@shop/shared/auth'
import { eventually, newId, newUser } from '@shop/shared/testing'
import {
  cookieOf,
  newAddress,
  password as oldPassword,
  startTwoReplicas,
  type TestAuth,
} from '../testing/index.ts'

let service: TestAuth
let replica: TestAuth
beforeAll(async () => ([service, replica] = await startTwoReplicas()))
afterAll(async () => {
  await replica.stop()
  await service.stop()
})

const password = 'battery staple'
const reset = (token: string, given = password, rest = {}) =>
  service.call('POST', '/api/users/password/reset', {
    json: { token, password: given },
    headers: newAddress(),
    ...rest,
  })

async function forget(email: string, count = 1): Promise<string> {
  const path = '/api/users/password/forgot'
  const { status } = await service.call('POST', path, { json: { email }, headers: newAddress() })
  expect(status).toBe(202)
  return service.codeFor(email, 'reset', count)
}

async function expectDead(token: string): Promise<void> {
  const { status, body } = await reset(token, 'another password')
  expect([status, body.errors]).toEqual([
    400,
    [{ message: 'This link has expired or is no longer valid', field: 'token' }],
  ])
}

test('POST /api/users/password/reset sets the password, verifies the address, ends all sessions and starts one', async () => {
  const { email, id, cookie } = await service.newAccount()
  const elsewhere = await replica.signIn(email)
  const response = await reset(await forget(email))
  expect([response.status, response.body]).toEqual([200, { id, email }])
  for (const at of [service, replica]) for (const old of [cookie, elsewhere]) await at.hasEnded(old)
  for (const at of [service, replica])
    expect(await at.whoIs(cookieOf(response))).toMatchObject({ id, verified: true })
  const json = { email, password: oldPassword }
  const signIn = { json, headers: newAddress() }
  expect((await service.call('POST', '/api/users/signin', signIn)).status).toBe(400)
  expect(await service.whoIs(await service.signIn(email, password))).toMatchObject({ id })
})

test('a reset publishes the verified user and asks for a mail about the new password', async () => {
  const { email, id } = await service.newAccount()
  const updates = service.published('user:updated')
  await reset(await forget(email))
  await eventually(() =>
    expect(updates).toContainEqual(
      expect.objectContaining({ id, email, verified: true, version: 2 }),
    ),
  )
  await eventually(() =>
    expect(service.mailsTo(email, 'password-changed')).toEqual([
      expect.objectContaining({ userId: id, version: 2, happenedAt: expect.any(String) }),
    ]),
  )
})

test('a link works once', async () => {
  const { email } = await service.newAccount()
  const token = await forget(email)
  expect((await reset(token)).status).toBe(200)
  await expectDead(token)
})

test('of two resets at once one succeeds', async () => {
  const { email } = await service.newAccount()
  const token = await forget(email)
  const wanted = ['the first of two', 'the other of two']
  const responses = await Promise.all(wanted.map((each) => reset(token, each)))
  const made = responses.findIndex(({ status }) => status === 200)
  expect(responses[1 - made]?.status).toBe(400)
  expect(await service.whoIs(await service.signIn(email, wanted[made]))).toMatchObject({ email })
})

test('a newer link ends an older one', async () => {
  const { email } = await service.newAccount()
  const older = await forget(email)
  const newer = await forget(email, 2)
  await expectDead(older)
  expect((await reset(newer)).status).toBe(200)
})

test('an expired link is refused', async () => {
  const { email } = await service.newAccount()
  const token = await forget(email)
  const users = service.db.collection('users')
  await users.updateOne({ email }, { $set: { 'links.reset.exp': new Date(Date.now() - 1) } })
  await expectDead(token)
})

test('a changed password ends the link', async () => {
  const { email, cookie } = await service.newAccount()
  const token = await forget(email)
  const json = { current: oldPassword, next: password }
  expect((await service.with(cookie, 'PUT', '/api/users/password', json)).status).toBe(200)
  await expectDead(token)
})

test('a code of another address, another purpose or another key is refused', async () => {
  const [mine, other] = [await service.newAccount(), await service.newAccount()]
  const [id = ''] = (await forget(mine.email)).split('.')
  const key = service.config.ACCOUNT_LINK_KEY
  const address = mine.email
  for (const secret of [
    linkSecret(key, 'reset', { id, address: other.email }),
    linkSecret(key, 'verify', { id, address }),
    linkSecret('another key', 'reset', { id, address }),
    'A'.repeat(22),
  ])
    await expectDead(`${id}.${secret}`)
  const unknown = newId()
  await expectDead(`${unknown}.${linkSecret(key, 'reset', { id: unknown, address })}`)
  await expectDead(await service.codeFor(mine.email, 'verify'))
})

test('a guest keeps the cart and the orders', async () => {
  const { email, id } = await service.newAccount()
  const guest = newUser('guest')
  const response = await reset(await forget(email), password, { as: guest })
  expect(await service.whoIs(cookieOf(response))).toMatchObject({ id })
  const user = await service.db.collection('users').findOne({ email })
  expect(user?.['guestIds']).toEqual([guest.sub])
})

test.each([
  ['no code', '', password],
  ['half a code', newId(), password],
  ['a short password', `${newId()}.${'A'.repeat(22)}`, '1234567'],
])('POST /api/users/password/reset returns 400 for %s', async (_, token, given) => {
  const { status, body } = await reset(token, given)
  expect([status, body.type]).toEqual([400, '/problems/validation'])
})

import { afterAll, beforeAll, expect, test } from 'bun:test'
import { cookieOf, startTwoReplicas, type TestAuth } from '../testing/index.ts'

let service: TestAuth
let replica: TestAuth
beforeAll(async () => ([service, replica] = await startTwoReplicas()))
afterAll(async () => {
  await replica.stop()
  await service.stop()
})

const path = '/api/users/signout-everywhere'

test('POST /api/users/signout-everywhere revokes all sessions of the user at every service and starts a new one', async () => {
  const { email, id, cookie } = await service.newAccount()
  const elsewhere = [await service.signIn(email), await replica.signIn(email)]
  const other = await service.newAccount()
  const response = await service.with(cookie, 'POST', path)
  expect([response.status, response.body]).toEqual([200, {}])
  const fresh = cookieOf(response)
  for (const at of [service, replica])
    for (const old of [cookie, ...elsewhere]) await at.hasEnded(old)
  for (const at of [service, replica]) {
    expect(await at.whoIs(fresh)).toEqual({ id, email, role: 'user', verified: false })
    expect(await at.whoIs(other.cookie)).toMatchObject({ id: other.id })
  }
  expect(await service.whoIs(await service.signIn(email))).toMatchObject({ id })
})

test('twice in a row keeps the last session and the claims of its token', async () => {
  const { cookie } = await service.newAccount()
  const named = cookieOf(await service.with(cookie, 'PUT', '/api/users/profile', { name: 'Ann' }))
  const first = cookieOf(await service.with(named, 'POST', path))
  const second = cookieOf(await service.with(first, 'POST', path))
  await service.hasEnded(first)
  expect(await service.whoIs(second)).toMatchObject({ name: 'Ann', role: 'user' })
})

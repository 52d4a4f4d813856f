import { afterAll, beforeAll, expect, test } from 'bun:test'
import { newId, newUser } from '@shop/shared/testing'
import { startTestAuth, type TestAuth } from '../testing/index.ts'

let service: TestAuth
beforeAll(async () => (service = await startTestAuth()))
afterAll(() => service.stop())

const PROFILE = '/api/users/profile'
const shopOf = (id: string) => service.call('GET', `/api/users/${id}/shop`)

test('GET /api/users/:userId/shop shows what the seller says, and nothing private', async () => {
  const { id, cookie } = await service.newAccount()
  const profile = { name: 'Ann’s Teapots', about: 'By hand.\nIn Portland.', returnAddress: 'Home' }
  await service.with(cookie, 'PUT', PROFILE, profile)
  const { status, body } = await shopOf(id)
  const { name, about } = profile
  expect([status, body]).toEqual([200, { id, name, about, since: expect.any(String) }])
})

test('GET /api/users/:userId/shop returns 404 without a name, for a blocked seller and for nobody', async () => {
  const { id, cookie } = await service.newAccount()
  expect((await shopOf(id)).status).toBe(404)
  expect((await shopOf(newId())).status).toBe(404)
  await service.with(cookie, 'PUT', PROFILE, { name: 'Ann' })
  expect((await shopOf(id)).status).toBe(200)
  const json = { reason: 'Spam' }
  await service.call('POST', `/api/users/${id}/block`, { as: newUser('admin'), json })
  expect((await shopOf(id)).status).toBe(404)
})

test('a profile keeps what is absent and loses what is empty', async () => {
  const { id, email, cookie } = await service.newAccount()
  const read = async () => (await service.with(cookie, 'GET', PROFILE)).body
  expect(await read()).toEqual({ id, email })
  await service.with(cookie, 'PUT', PROFILE, { name: 'Ann', about: 'A', returnAddress: 'R' })
  await service.with(cookie, 'PUT', PROFILE, { name: 'Bob', about: '' })
  await service.with(cookie, 'PUT', PROFILE, { lowStock: 0 })
  expect(await read()).toEqual({ id, email, name: 'Bob', returnAddress: 'R', lowStock: 0 })
})

test('GET /api/users/profile is for users only', async () => {
  expect((await service.call('GET', PROFILE)).status).toBe(401)
  expect((await service.call('GET', PROFILE, { as: newUser('guest') })).status).toBe(403)
  expect((await service.call('GET', PROFILE, { as: newUser() })).status).toBe(401)
})

import { afterAll, beforeAll, expect, test } from 'bun:test'
import { newUser } from '@shop/shared/testing'
import { password, startTestAuth, type TestAuth } from '../testing/index.ts'

let service: TestAuth
beforeAll(async () => (service = await startTestAuth()))
afterAll(() => service.stop())

const next = 'battery staple'
const text = { body: '{}', headers: { 'content-type': 'text/plain' } }
const large = { json: { pad: 'x'.repeat(70_000) } }

const ROUTES = [
  ['POST', '/api/users/signout-everywhere'],
  ['PUT', '/api/users/password'],
  ['PUT', '/api/users/profile'],
] as const

test.each(ROUTES)('%s %s is for users, from the shop’s own site', async (method, path) => {
  const json = { current: password, next, name: 'Ann' }
  expect((await service.call(method, path, { json })).status).toBe(401)
  expect((await service.call(method, path, { json, as: newUser('guest') })).status).toBe(403)
  const headers = { origin: 'https://evil.example' }
  expect((await service.call(method, path, { json, as: newUser(), headers })).status).toBe(403)
})

test.each(ROUTES.slice(1))(
  '%s %s needs a small JSON body and an existing user',
  async (method, path) => {
    const call = (rest: object) => service.call(method, path, { as: newUser(), ...rest })
    expect((await call(text)).status).toBe(415)
    expect((await call(large)).status).toBe(413)
    const json = path.endsWith('password') ? { current: password, next } : { name: 'Ann' }
    expect((await call({ json })).status).toBe(401)
    expect((await call({ json: { ...json, role: 'admin' } })).status).toBe(400)
  },
)

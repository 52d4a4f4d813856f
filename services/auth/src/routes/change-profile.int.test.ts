import { afterAll, beforeAll, expect, test } from 'bun:test'
import { eventually } from '@shop/shared/testing'
import { cookieOf, startTestAuth, type TestAuth } from '../testing/index.ts'

let service: TestAuth
beforeAll(async () => (service = await startTestAuth()))
afterAll(() => service.stop())

const path = '/api/users/profile'

test('PUT /api/users/profile sets the name, also in the token', async () => {
  const { email, id, cookie } = await service.newAccount()
  const response = await service.with(cookie, 'PUT', path, { name: ' Søren’s $wool 🧶 ' })
  const name = 'Søren’s $wool 🧶'
  expect([response.status, response.body]).toEqual([200, { id, email, name }])
  const me = { id, email, name, role: 'user', verified: false }
  expect(await service.whoIs(cookieOf(response))).toEqual(me)
  expect(await service.whoIs(await service.signIn(email))).toEqual(me)
  expect(await service.whoIs(cookie)).toMatchObject({ id })
})

test('PUT /api/users/profile returns 400 for an invalid name', async () => {
  const { cookie } = await service.newAccount()
  for (const name of ['', '   ', 'x'.repeat(61), { $literal: 'x' }, null]) {
    const { status, body } = await service.with(cookie, 'PUT', path, { name })
    expect([status, body.errors[0].field]).toEqual([400, 'name'])
  }
})

test('PUT /api/users/profile publishes each name with a higher version', async () => {
  const events = service.published('user:updated')
  const { id, cookie } = await service.newAccount()
  for (const name of ['$name', 'Ann', 'Bob']) await service.with(cookie, 'PUT', path, { name })
  const mine = () => events.filter((event) => event.id === id)
  await eventually(() => expect(mine().at(-1)).toMatchObject({ name: 'Bob', version: 3 }))
  const versions = mine().map(({ version }) => version)
  expect(versions).toEqual([...new Set(versions)].toSorted((a, b) => a - b))
})

test('names are published again by the republish command', async () => {
  const { id, cookie } = await service.newAccount()
  await service.with(cookie, 'PUT', path, { name: 'Ann' })
  const events = service.published('user:updated')
  const mine = () => events.filter((event) => event.id === id)
  await eventually(() => expect(mine().length).toBeGreaterThan(0))
  const ids = () => new Set(mine().map((event) => JSON.stringify(event)))
  const before = ids().size
  const script = new URL('../republish.ts', import.meta.url).pathname
  const env = { MONGO_URL: service.config.MONGO_URL }
  const command = Bun.spawn([process.execPath, script, '1h'], { env, stdout: 'ignore' })
  expect(await command.exited).toBe(0)
  await eventually(() => expect(ids().size).toBeGreaterThan(before))
  expect(mine().at(-1)).toMatchObject({ id, name: 'Ann', version: 1 })
})

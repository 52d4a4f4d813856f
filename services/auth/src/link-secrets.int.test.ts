import { afterAll, beforeAll, expect, test } from 'bun:test'
import { eventually } from '@shop/shared/testing'
import { newAddress, startTestAuth, type TestAuth } from './testing/index.ts'

let service: TestAuth
beforeAll(async () => (service = await startTestAuth()))
afterAll(() => service.stop())

test('neither the database nor an event holds the secret of a link or a password', async () => {
  const subjects = ['user:updated', 'mail:asked', 'session:revoked'] as const
  const events = subjects.map((subject) => service.published(subject))
  const { email } = await service.newAccount()
  const call = (path: string, json: object) =>
    service.call('POST', path, { json, headers: newAddress() })
  await call('/api/users/password/forgot', { email })
  const tokens = [await service.codeFor(email, 'verify'), await service.codeFor(email, 'reset')]
  const [verification = '', reset = ''] = tokens
  expect((await call('/api/users/email/verify', { token: verification })).status).toBe(200)
  const password = 'battery staple'
  const changed = await call('/api/users/password/reset', { token: reset, password })
  expect(changed.status).toBe(200)
  await eventually(() => expect(service.mailsTo(email, 'password-changed')).toHaveLength(1))

  const stored = []
  for (const { name } of await service.db.listCollections())
    stored.push(await service.db.collection(name).find().toArray())
  const everything = JSON.stringify([stored, events])
  expect(everything).toContain(email)
  for (const secret of [...tokens.map((token) => token.split('.')[1] ?? ''), password])
    expect(everything).not.toContain(secret)
})

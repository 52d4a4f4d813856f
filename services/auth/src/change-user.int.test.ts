import { afterAll, beforeAll, expect, test } from 'bun:test'
import { LinkRepository } from './link-repository.ts'
import { PasswordRepository } from './password-repository.ts'
import { newEmail, startTestAuth, type TestAuth } from './testing/index.ts'
import { UserRepository } from './user-repository.ts'

let service: TestAuth
beforeAll(async () => (service = await startTestAuth()))
afterAll(() => service.stop())

test('while nothing can be published, the newest event of each subject and of each kind of mail waits', async () => {
  const users = new UserRepository(service.db.useDb(service.db.name), () => {})
  const links = new LinkRepository(users.model, users.change, [])
  const user = await users.insert(newEmail(), 'a hash')
  if (user === null) throw new Error('the address is taken')
  const outbox = async () =>
    (await users.model.findById(user._id).select('+outbox').lean())?.outbox ?? []
  const subjects = (await outbox()).map(({ subject }) => subject)
  expect(subjects).toEqual(['user:updated', 'mail:asked'])

  for (const kind of ['verify', 'reset', 'verify', 'reset'] as const) await links.send(kind, user)
  await users.changeProfile(user._id.toString(), { name: 'Ann' })
  const next = { hash: 'another hash', before: Date.now() / 1000 }
  await new PasswordRepository(users.change).change(user, next)

  const { verify } = (await users.find(user._id.toString()))?.links ?? {}
  expect((await outbox()).map(({ subject, data }) => [subject, data])).toEqual([
    ['mail:asked', expect.objectContaining({ kind: 'verify', tokenId: verify?.id })],
    ['mail:asked', expect.objectContaining({ kind: 'reset' })],
    ['user:updated', undefined],
    ['session:revoked', expect.objectContaining({ userId: user._id.toString() })],
    ['mail:asked', expect.objectContaining({ kind: 'password-changed', version: 1 })],
  ])
})

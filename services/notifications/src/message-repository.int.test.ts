import { afterAll, beforeAll, expect, test } from 'bun:test'
import { MessageRepository } from './message-repository.ts'
import { startTestNotifications, type TestNotifications } from './testing/index.ts'
import { queued } from './testing/process.ts'

const MINUTE_MS = 60_000
let service: TestNotifications
let messages: MessageRepository

beforeAll(async () => {
  service = await startTestNotifications({ SWEEP_MS: 3_600_000 })
  messages = new MessageRepository(service.db, MINUTE_MS)
})

afterAll(() => service.stop())

/** Queues one message; returns what claims it at a time from now. */
async function queueOne() {
  await service.messages.deleteMany({})
  const message = queued()
  await service.messages.insertOne(message)
  return (inMs: number) => messages.claim(new Date(Date.now() + inMs))
}

const sent = { state: 'Sent', endedAt: new Date() } as const

test('a message is claimed by one process at a time, and by another after the lease', async () => {
  const claimIn = await queueOne()
  const claims = await Promise.all([claimIn(0), claimIn(0), claimIn(0)])
  expect(claims.filter((claim) => claim !== null)).toHaveLength(1)
  expect(await claimIn(MINUTE_MS / 2)).toBeNull()
  expect((await claimIn(MINUTE_MS + 1))?.tries).toBe(2)
})

test('a process whose lease is over cannot mark the message of another', async () => {
  const claimIn = await queueOne()
  const [late, current] = [await claimIn(0), await claimIn(MINUTE_MS + 1)]
  if (late === null || current === null) throw new Error('nothing was claimed')
  expect(await messages.mark(late, sent)).toBe(false)
  expect(await messages.mark(current, sent)).toBe(true)
  expect(await messages.mark(current, sent)).toBe(false)
  expect(await claimIn(2 * MINUTE_MS)).toBeNull()
})

test('a message is deleted 60 days after its end, and not before', async () => {
  const indexes = await service.messages.indexes()
  const ttl = indexes.find(({ expireAfterSeconds }) => expireAfterSeconds !== undefined)
  expect([ttl?.key, ttl?.expireAfterSeconds]).toEqual([{ endedAt: 1 }, 60 * 24 * 3600])
  await queueOne()
  expect((await service.messages.findOne())?.endedAt).toBeUndefined()
})

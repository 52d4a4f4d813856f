import { expect, test } from 'bun:test'
import { onClaimed, onStored, onTried, type NewMessage } from './message.ts'

const HOUR_MS = 3_600_000
const now = new Date('2026-11-30T12:00:00Z')
const ago = (hours: number) => new Date(now.getTime() - hours * HOUR_MS)

const message = (fields: Partial<NewMessage> = {}): NewMessage =>
  ({
    key: 'password:a:1',
    kind: 'password-changed',
    to: 'ana@example.com',
    data: { happenedAt: now.toISOString() },
    happenedAt: now.toISOString(),
    ...fields,
  }) as NewMessage

test('a message is queued at once', () => {
  expect(onStored(message(), now)).toEqual({ state: 'Queued', nextAt: now })
})

test.each([
  [71.9, 'Queued'],
  [72.1, 'Dropped'],
])('what happened %p hours ago is %s', (hours, state) => {
  expect(onStored(message({ happenedAt: ago(hours).toISOString() }), now).state).toBe(
    state as never,
  )
})

test('nobody without a verified address gets mail', () => {
  expect(onStored(message({ to: null }), now)).toMatchObject({
    state: 'Dropped',
    endedAt: now,
    lastError: 'the recipient has no verified address',
  })
})

test('a message whose link has expired is dropped when it would be sent', () => {
  expect(onClaimed(undefined, now)).toBeNull()
  expect(onClaimed(new Date(now.getTime() + 1), now)).toBeNull()
  expect(onClaimed(now, now)).toMatchObject({ state: 'Dropped' })
})

const tried = (tries: number, hoursAgo = 0) => ({
  tries,
  queuedAt: ago(hoursAgo),
  now,
  retryMs: 60_000,
})

test('a sent mail is sent, a rejected one has failed', () => {
  expect(onTried({ is: 'sent' }, tried(1))).toEqual({ state: 'Sent', endedAt: now })
  const rejected = onTried({ is: 'rejected', error: '550 no such user' }, tried(1))
  expect(rejected).toEqual({ state: 'Failed', endedAt: now, lastError: '550 no such user' })
})

test.each([
  [1, 1],
  [2, 2],
  [5, 16],
  [9, 256],
  [10, 360],
  [200, 360],
])('after try %p an unavailable server is tried again %p minutes later', (tries, minutes) => {
  const change = onTried({ is: 'unavailable', error: '421' }, tried(tries))
  const nextAt = new Date(now.getTime() + minutes * 60_000)
  expect(change).toEqual({ state: 'Queued', nextAt, lastError: '421' })
})

test('after three days a mail has failed', () => {
  const outcome = { is: 'unavailable', error: '421' } as const
  expect(onTried(outcome, tried(15, 65)).state).toBe('Queued')
  expect(onTried(outcome, tried(16, 67)).state).toBe('Failed')
})

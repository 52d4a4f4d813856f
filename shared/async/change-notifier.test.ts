import { expect, test } from 'bun:test'
import { ChangeNotifier } from './change-notifier.ts'

const FOREVER_MS = 60_000

test('everybody who waits for a key is notified, once', async () => {
  const changes = new ChangeNotifier()
  const waiting = [changes.next('a', FOREVER_MS), changes.next('a', FOREVER_MS)]
  changes.notify('a')
  await Promise.all(waiting)
  let isNotified = false
  const other = changes.next('b', FOREVER_MS).then(() => (isNotified = true))
  changes.notify('a')
  await Promise.resolve()
  expect(isNotified).toBe(false)
  changes.notify('b')
  await other
})

test('next resolves after the timeout', async () => {
  await new ChangeNotifier().next('a', 1)
})

test('a listener is called at each change until it unsubscribes', () => {
  const changes = new ChangeNotifier()
  let calls = 0
  const stop = changes.on('a', () => (calls += 1))
  for (const key of ['a', 'b', 'a']) changes.notify(key)
  expect(calls).toBe(2)
  stop()
  changes.notify('a')
  expect(calls).toBe(2)
})

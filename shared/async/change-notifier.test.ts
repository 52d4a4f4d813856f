import { expect, test } from 'bun:test'
import { ChangeNotifier } from './change-notifier.ts'

const FOREVER_MS = 60_000

test('everybody who waits for a key is told, once', async () => {
  const changes = new ChangeNotifier()
  const waiting = [changes.next('a', FOREVER_MS), changes.next('a', FOREVER_MS)]
  changes.notify('a')
  await Promise.all(waiting)
  let isTold = false
  const other = changes.next('b', FOREVER_MS).then(() => (isTold = true))
  changes.notify('a')
  await Promise.resolve()
  expect(isTold).toBe(false)
  changes.notify('b')
  await other
})

test('who is not told looks again after the time', async () => {
  await new ChangeNotifier().next('a', 1)
})

test('who listens is told each time, until they no longer do', () => {
  const changes = new ChangeNotifier()
  let told = 0
  const stop = changes.on('a', () => (told += 1))
  for (const key of ['a', 'b', 'a']) changes.notify(key)
  expect(told).toBe(2)
  stop()
  changes.notify('a')
  expect(told).toBe(2)
})

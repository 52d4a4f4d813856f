import { expect, test } from 'bun:test'
import { Changes } from './changes.ts'

const FOREVER_MS = 60_000

test('everybody who waits for a key is notified, once', async () => {
  const changes = new Changes()
  const waiting = [changes.next('a', FOREVER_MS), changes.next('a', FOREVER_MS)]
  changes.tell('a')
  await Promise.all(waiting)
  let isTold = false
  const other = changes.next('b', FOREVER_MS).then(() => (isTold = true))
  changes.tell('a')
  await Promise.resolve()
  expect(isTold).toBe(false)
  changes.tell('b')
  await other
})

test('next resolves after the timeout', async () => {
  await new Changes().next('a', 1)
})

test('a listener is called at each change until it unsubscribes', () => {
  const changes = new Changes()
  let told = 0
  const stop = changes.on('a', () => (told += 1))
  for (const key of ['a', 'b', 'a']) changes.tell(key)
  expect(told).toBe(2)
  stop()
  changes.tell('a')
  expect(told).toBe(2)
})

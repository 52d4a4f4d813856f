import { expect, test } from 'bun:test'
import { Changes } from './changes.ts'

const FOREVER_MS = 60_000

test('everybody who waits for a key is told, once', async () => {
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

test('who is not told looks again after the time', async () => {
  await new Changes().next('a', 1)
})

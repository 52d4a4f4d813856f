import { expect, test } from 'bun:test'
import { ChangeNotifier } from './change-notifier.ts'

const FOREVER_MS = 60_000

test('every watch of a key gets its latest change, once', async () => {
  const changes = new ChangeNotifier<number>()
  const [one, other, unrelated] = [changes.watch('a'), changes.watch('a'), changes.watch('b')]
  for (const value of [1, 2]) changes.notify('a', value)
  for (const watch of [one, other]) {
    await watch.wait(FOREVER_MS)
    expect([watch.take(), watch.take()]).toEqual([2, undefined])
  }
  expect(unrelated.take()).toBeUndefined()
})

test('a waiting watch is woken by the next change, not by one that was taken', async () => {
  const changes = new ChangeNotifier<number>()
  const watch = changes.watch('a')
  changes.notify('a', 1)
  watch.take()
  let isWoken = false
  const woken = watch.wait(FOREVER_MS).then(() => (isWoken = true))
  await new Promise(setImmediate)
  expect(isWoken).toBe(false)
  changes.notify('a', 2)
  await woken
  expect(watch.take()).toBe(2)
})

test('a wait ends after its time, and a stopped watch hears nothing', async () => {
  const changes = new ChangeNotifier<number>()
  const watch = changes.watch('a')
  await watch.wait(1)
  watch.stop()
  changes.notify('a', 1)
  expect(watch.take()).toBeUndefined()
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

import { expect, test } from 'bun:test'
import { LimitReached, createLimit } from './limit.ts'

test('never more than the limit runs at once, and every task runs', async () => {
  const limit = createLimit(3)
  let running = 0
  let most = 0
  const work = async (value: number) => {
    running += 1
    most = Math.max(most, running)
    await Promise.resolve()
    running -= 1
    return value
  }
  const all = Array.from({ length: 20 }, (_, i) => limit(() => work(i)))
  expect(await Promise.all(all)).toEqual(Array.from({ length: 20 }, (_, i) => i))
  expect(most).toBe(3)
})

test('a failed task frees its place', async () => {
  const limit = createLimit(1)
  const failed = limit(() => Promise.reject(new Error('no')))
  const next = limit(async () => 'yes')
  expect(failed).rejects.toThrow('no')
  expect(await next).toBe('yes')
})

test('a full queue rejects at once', async () => {
  const limit = createLimit(1, 1)
  const gate = Promise.withResolvers<void>()
  const first = limit(() => gate.promise)
  const second = limit(async () => 'second')
  expect(limit(async () => 'third')).rejects.toThrow(LimitReached)
  gate.resolve()
  await first
  expect(await second).toBe('second')
})

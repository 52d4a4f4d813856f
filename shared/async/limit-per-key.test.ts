import { expect, test } from 'bun:test'
import { limitPerKey } from './limit-per-key.ts'
import { LimitReached } from './limit.ts'

test('each key is limited independently', async () => {
  const limited = limitPerKey(2)
  const gate = Promise.withResolvers<void>()
  const wait = (key: string) => limited(key, () => gate.promise)
  const running = [wait('a'), wait('a'), wait('b')]
  expect(wait('a')).rejects.toThrow(LimitReached)
  gate.resolve()
  await Promise.all(running)
  await Promise.all([wait('a'), wait('a')])
})

test('a failed task frees its place', async () => {
  const limited = limitPerKey(1)
  expect(limited('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  await Promise.resolve()
  expect(await limited('a', async () => 'yes')).toBe('yes')
})

import { expect, test } from 'bun:test'
import { failureOf } from '../testing/failure-of.ts'
import { createCache } from './ttl-cache.ts'

function start(max = 10) {
  const clock = { now: 0, made: 0 }
  const cache = createCache<string>({ ttlMs: 100, max, now: () => clock.now })
  const get = (key: string, value = key) =>
    cache.get(key, () => {
      clock.made += 1
      return Promise.resolve(value)
    })
  return { cache, clock, get }
}

test('a value is computed once and served until it expires', async () => {
  const { clock, get } = start()
  expect(await Promise.all([get('a', 'first'), get('a', 'second')])).toEqual(['first', 'first'])
  clock.now = 99
  expect(await get('a', 'second')).toBe('first')
  clock.now = 100
  expect(await get('a', 'second')).toBe('second')
  expect(clock.made).toBe(2)
})

test('a value’s age counts from the start of its computation', async () => {
  const { cache, clock, get } = start()
  const gate = Promise.withResolvers<string>()
  const slow = cache.get('a', () => gate.promise)
  clock.now = 100
  expect(await get('a', 'new')).toBe('new')
  gate.resolve('old')
  expect(await slow).toBe('old')
  expect(await get('a')).toBe('new')
})

test('a value in progress at clear() is not served to later calls', async () => {
  const { cache, get } = start()
  const gate = Promise.withResolvers<string>()
  const asked = cache.get('a', () => gate.promise)
  cache.clear()
  const askedLater = get('a', 'new')
  gate.resolve('old')
  expect([await asked, await askedLater, await get('a')]).toEqual(['old', 'new', 'new'])
})

test('a failure is not cached', async () => {
  const { cache, get } = start()
  const failed = cache.get('a', () => Promise.reject(new Error('away')))
  expect(await failureOf(failed)).toBeInstanceOf(Error)
  expect(await get('a', 'there')).toBe('there')
})

test('the oldest value is evicted at the maximum', async () => {
  const { clock, get } = start(2)
  for (const key of ['a', 'b', 'c', 'b', 'c']) await get(key)
  expect(clock.made).toBe(3)
  await get('a')
  expect(clock.made).toBe(4)
  await get('b')
  expect(clock.made).toBe(5)
})

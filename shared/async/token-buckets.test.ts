import { expect, test } from 'bun:test'
import { createTokenBuckets } from './token-buckets.ts'

test('a key gets its burst, then what is refilled', () => {
  let now = 0
  const buckets = createTokenBuckets({ burst: 3, perSecond: 0.5 }, () => now)
  const take = (key = 'a') => buckets.take(key)
  expect([take(), take(), take(), take()]).toEqual([0, 0, 0, 2])
  expect(take('b')).toBe(0)
  now = 1999
  expect(take()).toBe(1)
  now = 2000
  expect([take(), take()]).toEqual([0, 2])
  now = 60_000
  expect([take(), take(), take(), take()]).toEqual([0, 0, 0, 2])
})

test('a returned token can be taken again, but never more than the burst', () => {
  const buckets = createTokenBuckets({ burst: 1, perSecond: 1 }, () => 0)
  expect([buckets.take('a'), buckets.take('a')]).toEqual([0, 1])
  buckets.giveBack('a')
  buckets.giveBack('a')
  expect([buckets.take('a'), buckets.take('a')]).toEqual([0, 1])
})

test('the ten thousand most recently used keys are kept', () => {
  const buckets = createTokenBuckets({ burst: 1, perSecond: 1 }, () => 0)
  for (let key = 0; key <= 10_000; key += 1) buckets.take(String(key))
  expect(buckets.take('10000')).toBe(1)
  expect(buckets.take('0')).toBe(0)
})

import { expect, test } from 'bun:test'
import { createTokenBuckets } from './token-buckets.ts'

test('a key takes its burst, then as much as is refilled', () => {
  let now = 0
  const allowances = createTokenBuckets({ burst: 3, perSecond: 0.5 }, () => now)
  const take = (key = 'a') => allowances.take(key)
  expect([take(), take(), take(), take()]).toEqual([0, 0, 0, 2])
  expect(take('b')).toBe(0)
  now = 1999
  expect(take()).toBe(1)
  now = 2000
  expect([take(), take()]).toEqual([0, 2])
  now = 60_000
  expect([take(), take(), take(), take()]).toEqual([0, 0, 0, 2])
})

test('returned tokens can be taken again, up to the burst', () => {
  const allowances = createTokenBuckets({ burst: 1, perSecond: 1 }, () => 0)
  expect([allowances.take('a'), allowances.take('a')]).toEqual([0, 1])
  allowances.giveBack('a')
  allowances.giveBack('a')
  expect([allowances.take('a'), allowances.take('a')]).toEqual([0, 1])
})

test('the ten thousand most recent keys are kept', () => {
  const allowances = createTokenBuckets({ burst: 1, perSecond: 1 }, () => 0)
  for (let key = 0; key <= 10_000; key += 1) allowances.take(String(key))
  expect(allowances.take('10000')).toBe(1)
  expect(allowances.take('0')).toBe(0)
})

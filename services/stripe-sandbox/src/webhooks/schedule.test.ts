import { expect, test } from 'bun:test'
import { deliveryTimes, retryDelay } from './schedule.ts'

const MINUTE = 60_000

test('follows Stripe’s schedule', () => {
  const delays = [1, 2, 3, 4, 5, 6].map((attempts) => retryDelay(attempts, 5 * MINUTE))
  expect(delays).toEqual([5, 30, 120, 300, 600, 720].map((minutes) => minutes * MINUTE))
})

test('stops within three days', () => {
  let total = 0
  let attempts = 1
  for (let delay = retryDelay(attempts, 5 * MINUTE); delay !== null; attempts++) {
    total += delay
    delay = retryDelay(attempts + 1, 5 * MINUTE)
  }
  expect(total).toBeLessThanOrEqual(3 * 24 * 60 * MINUTE)
  expect(total).toBeGreaterThan(2.5 * 24 * 60 * MINUTE)
})

const NOW = 1_000_000

test.each([
  [null, [NOW]],
  [{ kind: 'drop', ms: 500 }, []],
  [{ kind: 'duplicate', ms: 500 }, [NOW, NOW]],
  [{ kind: 'delay', ms: 500 }, [NOW + 500]],
] as const)('%j sends at %j', (fault, times) => {
  expect(deliveryTimes(fault, NOW)).toEqual([...times])
})

test('spreads shuffled events randomly within the given time', () => {
  const shuffle = { kind: 'shuffle', ms: 500 } as const
  const times = Array.from({ length: 200 }, () => deliveryTimes(shuffle, NOW)).flat()
  expect(times).toHaveLength(200)
  expect(Math.min(...times)).toBeGreaterThanOrEqual(NOW)
  expect(Math.max(...times)).toBeLessThan(NOW + 500)
  expect(times).not.toEqual(times.toSorted((one, other) => one - other))
})

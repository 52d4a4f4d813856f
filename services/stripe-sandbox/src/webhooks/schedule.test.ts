import { expect, test } from 'bun:test'
import { retryDelay } from './schedule.ts'

const MINUTE = 60_000

test('with a first delay of five minutes the schedule is the one of Stripe', () => {
  const delays = [1, 2, 3, 4, 5, 6].map((attempts) => retryDelay(attempts, 5 * MINUTE))
  expect(delays).toEqual([5, 30, 120, 300, 600, 720].map((minutes) => minutes * MINUTE))
})

test('it gives up before three days are over', () => {
  let total = 0
  let attempts = 1
  for (let delay = retryDelay(attempts, 5 * MINUTE); delay !== null; attempts++) {
    total += delay
    delay = retryDelay(attempts + 1, 5 * MINUTE)
  }
  expect(total).toBeLessThanOrEqual(3 * 24 * 60 * MINUTE)
  expect(total).toBeGreaterThan(2.5 * 24 * 60 * MINUTE)
})

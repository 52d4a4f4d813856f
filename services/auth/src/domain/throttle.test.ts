import { expect, test } from 'bun:test'
import { tooManyAttempts } from './throttle.ts'

test.each([
  [1, '1'],
  [1000, '1'],
  [1001, '2'],
  [3_600_000, '3600'],
  [-5, '1'],
])('a wait of %p ms is reported as %p seconds', (ms, seconds) => {
  const error = tooManyAttempts(new Date(10_000 + ms), new Date(10_000))
  expect(error.status).toBe(429)
  expect(error.details.headers).toEqual({ 'retry-after': seconds })
})

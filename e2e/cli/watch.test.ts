import { expect, test } from 'bun:test'
import { matters } from './watch.ts'

test('a program restarts when its sources change, not for tests and builds', () => {
  expect(matters('routes/place-order.ts')).toBe(true)
  expect(matters('routes/place-order.test.ts')).toBe(false)
  expect(matters('build/main.js')).toBe(false)
  expect(matters('testing/people.ts')).toBe(false)
  expect(matters('main.ts~')).toBe(false)
})

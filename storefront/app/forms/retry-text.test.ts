import { expect, test } from 'bun:test'
import { retryText } from './retry-text.ts'

test.each([
  [1, '1 second'],
  [59, '59 seconds'],
  [60, '1 minute'],
  [61, '2 minutes'],
  [3600, '60 minutes'],
])('%p seconds are shown as %p', (seconds, words) => {
  expect(retryText(seconds)).toBe(`Too many attempts. Try again in ${words}.`)
})

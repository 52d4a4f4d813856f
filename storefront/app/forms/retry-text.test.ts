import { expect, test } from 'bun:test'
import { waitText } from './retry-text.ts'

test.each([
  [1, '1 second'],
  [59, '59 seconds'],
  [60, '1 minute'],
  [61, '2 minutes'],
  [3600, '60 minutes'],
])('%p seconds are told as %p', (seconds, words) => {
  expect(waitText(seconds)).toBe(`Too many tries. Try again in ${words}.`)
})

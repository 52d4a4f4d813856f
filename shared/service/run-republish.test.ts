import { expect, test } from 'bun:test'
import { timeAgo } from './run-republish.ts'

test.each([
  ['30m', 30 * 60_000],
  ['24h', 24 * 3_600_000],
  ['7d', 7 * 86_400_000],
])('%s is %i ms ago', (text, ms) => {
  expect(timeAgo(text, 1e12).getTime()).toBe(1e12 - ms)
})

test.each(['', '7', 'd', '7 days', '-1d', '1.5h'])('%p is not a duration', (text) => {
  expect(() => timeAgo(text)).toThrow('not a duration')
})

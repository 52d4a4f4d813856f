import { expect, test } from 'bun:test'
import { median } from './figure.ts'

test('the median is the middle value, in any order', () => {
  expect(median([9, 1, 5])).toBe(5)
  expect(median([100, 2, 4, 1])).toBe(3)
  expect(median([7])).toBe(7)
})

test('the median compares numbers, not strings', () => {
  expect(median([10, 9, 100])).toBe(10)
})

test('an empty list has no median', () => {
  expect(() => median([])).toThrow('no median')
})

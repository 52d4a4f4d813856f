import { expect, test } from 'bun:test'
import { figureOf, median, percentile, sum } from './figure.ts'

test('the median is the middle value, in any order', () => {
  expect(median([9, 1, 5])).toBe(5)
  expect(median([100, 2, 4, 1])).toBe(3)
  expect(median([7])).toBe(7)
})

test('the median compares numbers, not strings', () => {
  expect(median([10, 9, 100])).toBe(10)
})

test('an empty list has no median and no percentiles', () => {
  expect(() => median([])).toThrow('no median')
  expect(() => percentile([], 0.5)).toThrow('no percentiles')
})

test('a percentile is the value of the nearest rank', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index)
  expect([0.5, 0.99, 1].map((share) => percentile(hundred, share))).toEqual([50, 99, 100])
  expect(percentile([3, 1, 2], 0.99)).toBe(3)
  expect(percentile([3, 1, 2], 0)).toBe(1)
})

test('a figure has a sample of each repetition, with its conditions', () => {
  const conditions = { loadAverage: 1, stealPercent: 2 }
  const runs = [{ result: [1, 2], conditions }]
  expect(figureOf('total', 'ms', runs, sum)).toEqual({
    name: 'total',
    unit: 'ms',
    samples: [{ value: 3, ...conditions }],
  })
})

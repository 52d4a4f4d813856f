import { expect, test } from 'bun:test'
import { slopeOf } from './slope.ts'

const SIZES = [1000, 10_000, 100_000, 1_000_000]

test.each([
  ['what stays the same is flat', () => 0.4, 0],
  ['what grows with the size has the slope 1', (size: number) => size / 7, 1],
  ['what grows with its square root has half of that', (size: number) => Math.sqrt(size), 0.5],
])('%s', (_, valueAt, slope) => {
  expect(slopeOf(SIZES.map((size) => [size, valueAt(size)]))).toBeCloseTo(slope, 10)
})

test('half as much again from a thousand to a million is about 0.06', () => {
  const values = [1, 1.145, 1.31, 1.5]
  const points = SIZES.map((size, index) => [size, values[index] ?? 0] as const)
  expect(slopeOf(points)).toBeCloseTo(0.0587, 3)
})

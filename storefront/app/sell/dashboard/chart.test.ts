import { expect, test } from 'bun:test'
import { layOut } from './chart.ts'

const FRAME = { width: 880, height: 250 }

test.each([
  [[0]],
  [[412, 0, 64]],
  [[0.5, 1_000_000, 3]],
  [Array.from({ length: 60 }, (_, n) => n)],
])('the bars of %j stand on the floor and within the frame', (values) => {
  const { bars, floor, lines } = layOut(values, FRAME)
  for (const [n, bar] of bars.entries()) {
    expect(bar.y).toBeGreaterThanOrEqual(0)
    expect(bar.y + bar.height).toBeCloseTo(floor)
    expect(bar.x + bar.width).toBeLessThanOrEqual(FRAME.width)
    expect(bar.height === 0).toBe(values[n] === 0)
  }
  expect(lines.at(-1)?.value).toBeGreaterThanOrEqual(Math.max(...values))
})

test('the grid has round numbers', () => {
  const linesOf = (highest: number) => layOut([highest], FRAME).lines.map(({ value }) => value)
  expect(linesOf(412)).toEqual([0, 250, 500])
  expect(linesOf(0)).toEqual([0, 1, 2])
  expect(linesOf(40)).toEqual([0, 20, 40])
})

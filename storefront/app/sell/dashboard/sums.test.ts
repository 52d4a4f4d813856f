import { expect, test } from 'bun:test'
import { dayAfter } from '@shop/shared/contracts'
import { sumsOf } from './sums.ts'

/** The days up to one, with other figures each. */
const daysTo = (last: string, count: number) =>
  Array.from({ length: count }, (_, n) => ({
    day: dayAfter(last, n - count + 1),
    orders: n % 3,
    units: n % 5,
    revenue: (n * 10 + 1) / 100,
    refunds: (n % 7) / 10,
  }))

const total = (amounts: number[]) => Math.round(amounts.reduce((sum, each) => sum + each, 0) * 100)

test.each([
  [7, 'day', 7],
  [30, 'day', 30],
  [90, 'week', 13],
  [365, 'month', 13],
])('%d days are shown per %s, in %d bars that lose nothing', (count, unit, bars) => {
  const days = daysTo('2026-11-15', count)
  const shown = sumsOf(days)
  expect([shown.unit, shown.sums.length]).toEqual([unit as typeof shown.unit, bars])
  for (const figure of ['orders', 'revenue', 'refunds'] as const)
    expect(total(shown.sums.map((sum) => sum[figure]))).toBe(total(days.map((day) => day[figure])))
  expect(new Set(shown.sums.map(({ text }) => text)).size).toBe(bars)
})

const textsOf = (last: string, count: number) =>
  sumsOf(daysTo(last, count)).sums.map(({ text, short }) => `${short}: ${text}`)

test('a week ends today; only the earliest is shorter', () => {
  const texts = textsOf('2026-11-15', 90)
  expect(texts.slice(0, 2)).toEqual(['Aug 18: Aug 18–23', 'Aug 24: Aug 24–30'])
  expect(texts.at(-1)).toBe('Nov 9: Nov 9–15')
  expect(texts).toContain('Sep 28: Sep 28 – Oct 4')
})

test('a month that is not whole names its days', () => {
  const texts = textsOf('2026-11-15', 365)
  expect(texts.slice(0, 2)).toEqual(['Nov: Nov 16–30, 2025', 'Dec: Dec 2025'])
  expect(texts.at(-1)).toBe('Nov: Nov 1–15, 2026')
  expect(textsOf('2026-12-01', 365).at(-1)).toBe('Dec: Dec 1, 2026')
  expect(textsOf('2026-11-30', 365)).toHaveLength(12)
})

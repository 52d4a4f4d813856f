import { expect, test } from 'bun:test'
import type { Figure } from './figure.ts'
import { aligned, short, tableOf } from './table.ts'

const sample = (value: number) => ({ value, loadAverage: 1, stealPercent: 0 })
const figures: Figure[] = [
  { name: 'raw', unit: 'µs', samples: [10, 12, 11].map(sample) },
  {
    name: 'GET /',
    unit: 'µs',
    samples: [66, 60, 70].map(sample),
    goal: { atMost: 5, times: 'raw' },
  },
  { name: 'memory', unit: 'MB', samples: [sample(70)], goal: { atMost: 75 } },
]

test('the table shows the value, range, comparison, goal and verdict of each figure', () => {
  expect(tableOf(figures, false)).toBe(
    [
      '        median  min  max  compared  goal       verdict',
      'raw      11 µs   10   12',
      'GET /    66 µs   60   70     6.0 ×  ≤ 5 × raw  missed by 20 %',
      'memory   70 MB   70   70            ≤ 75 MB    reached',
    ].join('\n'),
  )
})

test('a noisy run has no verdicts', () => {
  const table = tableOf(figures, true)
  expect(table).not.toContain('reached')
  expect(table).not.toContain('missed')
  expect(table.match(/none: too noisy/g)).toHaveLength(2)
})

test('a count has a verdict in a noisy run, too', () => {
  const count: Figure = { name: 'sold', unit: '', samples: [sample(99)], goal: { atLeast: 99 } }
  expect(tableOf([count], true)).toContain('sold      99   99   99            ≥ 99  reached')
})

test('columns are as wide as their widest cell', () => {
  const rows = [
    ['a', '1', 'x', 'yy'],
    ['bbb', '22', 'xxx', 'y'],
  ]
  expect(aligned(rows)).toBe('a     1  x    yy\nbbb  22  xxx  y')
})

test('numbers show one decimal below a hundred', () => {
  expect([7.123, 99.96, 123.6, 12_345.6].map(short)).toEqual(['7.1', '100', '124', '12,346'])
})

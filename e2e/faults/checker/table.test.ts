import { expect, test } from 'bun:test'
import { tableOf } from './table.ts'

test('each check has its line, and what differs a few examples', () => {
  const findings = [
    { name: 'money', looked: 25_000, wrong: [] },
    { name: 'order and payment', looked: 25_000, wrong: ['a', 'b', 'c', 'd', 'e'] },
    { name: 'carts', looked: 7, wrong: ['x'] },
  ]
  expect(tableOf(findings)).toBe(
    [
      'check              looked at  differ',
      'money                 25,000       0',
      'order and payment     25,000       5',
      '  a',
      '  b',
      '  c',
      '  and 2 more',
      'carts                      7       1',
      '  x',
    ].join('\n'),
  )
})

import { expect, test } from 'bun:test'
import { tableOf } from './table.ts'

test('shows one line per check and a few examples of mismatches', () => {
  const findings = [
    { name: 'money', checked: 25_000, mismatches: [] },
    { name: 'order and payment', checked: 25_000, mismatches: ['a', 'b', 'c', 'd', 'e'] },
    { name: 'carts', checked: 7, mismatches: ['x'] },
  ]
  expect(tableOf(findings)).toBe(
    [
      'check              checked  failed',
      'money               25,000       0',
      'order and payment   25,000       5',
      '  a',
      '  b',
      '  c',
      '  and 2 more',
      'carts                    7       1',
      '  x',
    ].join('\n'),
  )
})

import { expect, test } from 'bun:test'
import { atLeast, atMost, cellsOf, holds } from './attack.ts'

test('a bound is broken by a value beyond it', () => {
  expect(holds(atMost('memory', 320, 320))).toBe(true)
  expect(holds(atMost('memory', 321, 320))).toBe(false)
  expect(holds(atLeast('visitors', 12, 12))).toBe(true)
  expect(holds(atLeast('visitors', 11, 12))).toBe(false)
})

test('a missing measurement breaks its bound', () => {
  expect(holds(atMost('p99', NaN, 500))).toBe(false)
  expect(holds(atLeast('visitors', NaN, 12))).toBe(false)
})

test('a row shows the measurement and whether it is within its bound', () => {
  expect(cellsOf(atMost('memory', 412.4, 320, 'MB'))).toEqual([
    'memory',
    'at most 320 MB',
    '412 MB',
    'NO',
  ])
})

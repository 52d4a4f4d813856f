import { expect, test } from 'bun:test'
import fc from 'fast-check'
import { safeParse } from 'valibot'
import { Price, hasCents, toDecimal, toMinorUnits } from './money.ts'

test('every whole number of cents survives the way to decimal and back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100_000_000_000 }), (cents) => {
      expect(toMinorUnits(toDecimal(cents))).toBe(cents)
      expect(hasCents(toDecimal(cents))).toBe(true)
    }),
  )
})

test.each([1.005, 0.001, 19.999, NaN, Infinity, 0, -1, 1_000_000, '5', null])(
  '%p is no price',
  (input) => {
    expect(safeParse(Price, input).success).toBe(false)
  },
)

test.each([0.01, 1, 19.99, 999_999.99, 0.29, 1.1])('%p is a price', (input) => {
  expect(safeParse(Price, input).success).toBe(true)
})

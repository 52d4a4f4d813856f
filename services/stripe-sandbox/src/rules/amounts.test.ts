import { expect, test } from 'bun:test'
import { requireChargeable, toText } from './amounts.ts'
import { ApiError } from './api-error.ts'

function refused(amount: number, currency = 'usd') {
  try {
    requireChargeable(amount, currency)
  } catch (error) {
    if (error instanceof ApiError) return error.details
    throw error
  }
  return null
}

test('accepts amounts from the minimum to eight digits', () => {
  expect([50, 51, 99_999_999].map((amount) => refused(amount))).toEqual([null, null, null])
  expect(refused(30, 'gbp')).toBeNull()
})

test.each([
  [49, 'usd', { code: 'amount_too_small', param: 'amount' }],
  [1, 'usd', { code: 'amount_too_small', param: 'amount' }],
  [0, 'usd', { code: 'parameter_invalid_integer', param: 'amount' }],
  [-100, 'usd', { code: 'parameter_invalid_integer', param: 'amount' }],
  [100_000_000, 'usd', { code: 'amount_too_large', param: 'amount' }],
  [1000, 'xyz', { param: 'currency' }],
])('%i %s cannot', (amount, currency, details) => {
  expect(refused(amount, currency)).toEqual(details)
})

test('formats amounts as money', () => {
  expect(toText(123_456, 'usd')).toBe('$1,234.56')
})

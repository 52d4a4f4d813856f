import { describe, expect, test } from 'bun:test'
import { expiryError, expiryOf, formatExpiry } from './expiry.ts'

const today = new Date('2026-11-23T12:00:00Z')

/** The text of the field after typing these keys. */
const typed = (keys: string) => Array.from(keys).reduce((text, key) => formatExpiry(text + key), '')

describe('an expiration date', () => {
  test.each([
    ['', ''],
    ['0', '0'],
    ['1', '1'],
    ['5', '05 / '],
    ['12', '12 / '],
    ['13', '01 / 3'],
    ['1/30', '01 / 30'],
    ['1230', '12 / 30'],
    ['12/2030', '12 / 30'],
    ['122', '12 / 2'],
    ['1220', '12 / 20'],
    ['12345', '12 / 34'],
  ])('typed as %p is shown as %p', (keys, shown) => {
    expect(typed(keys)).toBe(shown)
  })

  test.each(['12/30', '12 / 30', '12/2030', '122030', '1230'])('can be pasted as %p', (text) => {
    expect(formatExpiry(text)).toBe('12 / 30')
    expect(expiryOf(formatExpiry(text))).toEqual({ month: 12, year: 2030 })
  })

  test('can be deleted key by key', () => {
    const steps = ['12 / 30']
    while (steps.at(-1) !== '' && steps.length < 10)
      steps.push(formatExpiry((steps.at(-1) ?? '').slice(0, -1), true))
    expect(steps).toEqual(['12 / 30', '12 / 3', '12', '1', ''])
  })

  test.each([
    ['', 'incomplete_expiry'],
    ['12 / 3', 'incomplete_expiry'],
    ['12 / 203', 'incomplete_expiry'],
    ['00 / 30', 'invalid_expiry_month'],
    ['13 / ', 'invalid_expiry_month'],
    ['12 / 25', 'invalid_expiry_year_past'],
    ['10 / 26', 'invalid_expiry_month_past'],
    ['11 / 26', null],
    ['12 / 76', null],
    ['12 / 77', 'invalid_expiry_year'],
  ] as const)('%p is %p', (shown, error) => {
    expect(expiryError(shown, today)).toBe(error)
  })
})

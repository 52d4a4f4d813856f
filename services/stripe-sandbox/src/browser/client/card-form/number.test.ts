import { describe, expect, test } from 'bun:test'
import { caretAfter } from './caret.ts'
import { cvcError, formatCvc } from './cvc.ts'
import { formatNumber, numberError } from './number.ts'

describe('a card number', () => {
  test.each([
    ['', ''],
    ['4', '4'],
    ['4242', '4242'],
    ['42424', '4242 4'],
    ['4242-4242 4242.4242 99', '4242 4242 4242 4242'],
    ['378282246310005', '3782 822463 10005'],
    ['36227206271667', '3622 720627 1667'],
    ['3056930009020004', '3056 9300 0902 0004'],
    ['6205500000000000004', '6205 5000 0000 0000 004'],
    ['card', ''],
  ])('%p is shown as %p', (typed, shown) => {
    expect(formatNumber(typed)).toBe(shown)
    expect(formatNumber(shown)).toBe(shown)
  })

  test.each([
    ['', 'incomplete_number'],
    ['4242 4242 4242 424', 'incomplete_number'],
    ['4242 4242 4242 4241', 'invalid_number'],
    ['4242 4242 4242 4242', null],
    ['3782 822463 1000', 'incomplete_number'],
    ['3782 822463 10005', null],
    ['6200 0000 0000 0005', null],
    ['6205 5000 0000 0000', 'incomplete_number'],
    ['6205 5000 0000 0000 004', null],
    ['6205 5000 0000 0000 003', 'invalid_number'],
  ] as const)('%p is %p', (shown, error) => {
    expect(numberError(shown)).toBe(error)
  })
})

test.each([
  ['4242 4', 6, '4242 4', 6],
  ['42424', 5, '4242 4', 6],
  ['4242 242 4242', 5, '4242 2424 242', 4],
  ['42429 2424', 5, '4242 9242 4', 6],
  ['4242', 0, '4242', 0],
])('in %p the caret at %p goes in %p to %p', (before, caret, formatted, after) => {
  expect(caretAfter(before, caret, formatted)).toBe(after)
})

describe('a security code', () => {
  test('has four digits on an Amex and three elsewhere', () => {
    expect(formatCvc('12a345', '3782')).toBe('1234')
    expect(formatCvc('1234', '4242')).toBe('123')
    expect(cvcError('123', '3782')).toBe('incomplete_cvc')
    expect(cvcError('1234', '3782')).toBeNull()
    expect(cvcError('12', '4242')).toBe('incomplete_cvc')
    expect(cvcError('123', '')).toBeNull()
  })
})

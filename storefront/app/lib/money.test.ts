import { expect, test } from 'bun:test'
import { money, plainAmount, readAmount, readWhole } from './money.ts'

test.each([
  [0.1, '$0.10'],
  [1290, '$1,290.00'],
  [999_999.99, '$999,999.99'],
  [-18, '−$18.00'],
])('%p is shown as %p', (amount, text) => expect(money(amount)).toBe(text))

test.each([
  ['42', 42],
  ['42.5', 42.5],
  ['12.', 12],
  ['.50', 0.5],
  ['$ 9.99', 9.99],
  ['  7 ', 7],
  ['1,000', 1000],
  ['$1,290.00', 1290],
  ['1 000', 1000],
  ['1\u00a0000.50', 1000.5],
  ['1\u202f000\u202f000', 1_000_000],
  ['999,999.99', 999_999.99],
  ['\u200e12.50\u200b', 12.5],
  ['１２．５', 12.5],
  ['42,50', 42.5],
  ['1 000,50', 1000.5],
])('%p is read as %p', (text, amount) => expect(readAmount(text)).toBe(amount))

test.each([
  '',
  '.',
  '$',
  'x',
  '-1',
  '1.005',
  '1.2.3',
  'NaN',
  '1e3',
  '0x10',
  '1,5',
  '1.000,00',
  '1,0000',
  '12,34,567',
  '1,000,50',
  '1,000 000',
  '0,001',
  '10 00',
])('%p is invalid or ambiguous', (text) => expect(readAmount(text)).toBeNull())

test.each([
  ['14', 14],
  [' 1,000 ', 1000],
  ['1 000 000', 1_000_000],
  ['+5', 5],
  ['-2', -2],
  ['−1,200', -1200],
  ['1.5', null],
  ['1,5', null],
  ['--2', null],
  ['', null],
])('%p is read as the integer %p', (text, number) => expect(readWhole(text)).toBe(number))

test('amounts survive a round trip through a form', () => {
  for (const cents of [1, 50, 99, 100, 1999, 99_999_999])
    expect(readAmount(plainAmount(cents / 100))).toBe(cents / 100)
})

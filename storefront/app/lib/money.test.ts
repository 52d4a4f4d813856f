import { expect, test } from 'bun:test'
import { money, plainAmount, readAmount } from './money.ts'

test.each([
  [0.1, '$0.10'],
  [1290, '$1,290.00'],
  [999_999.99, '$999,999.99'],
  [-18, '−$18.00'],
])('%p is shown as %p', (amount, text) => expect(money(amount)).toBe(text))

test.each([
  ['42', 42],
  ['42.5', 42.5],
  ['42,50', 42.5],
  ['$ 9.99', 9.99],
  ['  7 ', 7],
])('%p is read as %p', (text, amount) => expect(readAmount(text)).toBe(amount))

test.each(['', 'x', '-1', '1.005', '1.2.3', '12345678', 'NaN', '1e3'])('%p is no amount', (text) =>
  expect(readAmount(text)).toBeNull(),
)

test('what a form shows is what it reads', () => {
  for (const cents of [1, 50, 99, 100, 1999, 99_999_999])
    expect(readAmount(plainAmount(cents / 100))).toBe(cents / 100)
})

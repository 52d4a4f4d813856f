import { expect, test } from 'bun:test'
import { AMOUNT_HELP } from '../lib/money.ts'
import { isInvalid, priceRangeOf, rangeErrors } from './price-range.ts'

const read = (query: string) => priceRangeOf(new URLSearchParams(query))

test.each([
  ['', []],
  ['minPrice=1,000&maxPrice=1 290.00', []],
  ['minPrice=5&maxPrice=5', []],
  ['minPrice=1,5', [`minPrice: ${AMOUNT_HELP}`]],
  ['maxPrice=abc', [`maxPrice: ${AMOUNT_HELP}`]],
  ['maxPrice=1,000,000', ['maxPrice: Enter at most 999,999.99']],
  ['minPrice=50&maxPrice=10', ['maxPrice: Enter at least $50.00, the lowest price']],
])('the errors of the range %p', (query, errors) =>
  expect(rangeErrors(read(query)).map((entry) => entry.join(': '))).toEqual(errors),
)

test('what was typed stays in its field, valid or not', () => {
  expect(read('minPrice= 1,5 &maxPrice=$20')).toMatchObject({
    minPrice: { text: '1,5', amount: null },
    maxPrice: { text: '$20', amount: 20 },
  })
  expect(isInvalid(read('minPrice=1,5'))).toBe(true)
  expect(isInvalid(read('minPrice=50&maxPrice=10'))).toBe(false)
})

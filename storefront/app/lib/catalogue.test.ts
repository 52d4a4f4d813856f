import { expect, test } from 'bun:test'
import { addressOf, choiceOf, isFiltered, queryOf } from './catalogue.ts'

const read = (query: string) => choiceOf(new URLSearchParams(query))

test('an address is read and written alike', () => {
  const address =
    '/?q=tea+pot&category=kitchen&minPrice=5&maxPrice=20&inStock=1&seller=0123456789abcdef01234567&sort=-price'
  expect(addressOf(read(address.slice(2)))).toBe(address)
  expect(addressOf(read(''))).toBe('/')
})

test('what makes no sense in an address is left out', () => {
  expect(addressOf(read('category=cars&minPrice=cheap&inStock=yes&seller=1&sort=best&x=1'))).toBe(
    '/',
  )
  expect(read(`q=${'x'.repeat(200)}`).q).toHaveLength(100)
})

test('the order alone is no filter', () => {
  expect(isFiltered(read('sort=price'))).toBe(false)
  expect(isFiltered(read('inStock=1'))).toBe(true)
})

test('the service is asked for a page with its facets', () => {
  expect(String(queryOf(read('category=home'), 'abc'))).toBe(
    'category=home&limit=16&facets=1&cursor=abc',
  )
})

import { expect, test } from 'bun:test'
import { MAX_SEARCH } from '@shop/shared/contracts'
import {
  catalogueUrl,
  parseFilters,
  ignoredParams,
  isFiltered,
  isForSearchEngines,
  catalogueQuery,
} from './filters.ts'

const read = (query: string) => parseFilters(new URLSearchParams(query))

test('filters survive a round trip through the URL', () => {
  const address =
    '/?q=tea+pot&category=kitchen&minPrice=5&maxPrice=20&inStock=1&seller=0123456789abcdef01234567&sort=-price'
  expect(catalogueUrl(read(address.slice(2)))).toBe(address)
  expect(catalogueUrl(read(''))).toBe('/')
})

test('invalid parameters are ignored', () => {
  expect(
    catalogueUrl(read('category=cars&minPrice=cheap&inStock=yes&seller=1&sort=best&x=1')),
  ).toBe('/')
  expect(read(`q=${'x'.repeat(MAX_SEARCH + 100)}`).q).toHaveLength(MAX_SEARCH)
})

test('ignored parameters are named', () => {
  const ignored = (query: string) => ignoredParams(new URLSearchParams(query), read(query))
  expect(ignored('category=cars&inStock=yes&seller=1&sort=best&x=1')).toEqual([
    'category',
    'seller',
    'availability',
    'sort order',
  ])
  expect(ignored('category=home&inStock=1&seller=0123456789ABCDEF01234567&sort=title')).toEqual([])
  expect(ignored('category=&sort=&q=')).toEqual([])
})

test('prices may have currency signs and thousands separators', () => {
  expect(read('minPrice=1,000&maxPrice=$1,290.50')).toMatchObject({
    minPrice: 1000,
    maxPrice: 1290.5,
  })
  expect(read('minPrice=1,5&maxPrice=abc')).toMatchObject({ minPrice: null, maxPrice: null })
})

test('search engines index all products, a category or a seller, but no combination', () => {
  const seller = 'seller=0123456789abcdef01234567'
  for (const query of ['', 'category=home', seller])
    expect(isForSearchEngines(read(query))).toBe(true)
  for (const query of [`category=home&${seller}`, 'q=tea', 'inStock=1', 'minPrice=1', 'sort=price'])
    expect(isForSearchEngines(read(query))).toBe(false)
})

test('sorting alone is not a filter', () => {
  expect(isFiltered(read('sort=price'))).toBe(false)
  expect(isFiltered(read('inStock=1'))).toBe(true)
})

test('the query asks the service for one page', () => {
  expect(String(catalogueQuery(read('category=home'), 'abc'))).toBe(
    'category=home&cursor=abc&limit=16',
  )
})

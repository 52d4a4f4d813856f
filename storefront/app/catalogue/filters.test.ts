import { expect, test } from 'bun:test'
import {
  addressOf,
  choiceOf,
  ignoredIn,
  isFiltered,
  isForSearchEngines,
  queryOf,
} from './filters.ts'

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

test('what an address asks for in vain is named', () => {
  const ignored = (query: string) => ignoredIn(new URLSearchParams(query), read(query))
  expect(ignored('category=cars&inStock=yes&seller=1&sort=best&x=1')).toEqual([
    'category',
    'seller',
    'availability',
    'order',
  ])
  expect(ignored('category=home&inStock=1&seller=0123456789ABCDEF01234567&sort=title')).toEqual([])
  expect(ignored('category=&sort=&q=')).toEqual([])
})

test('prices are read as the shop writes them', () => {
  expect(read('minPrice=1,000&maxPrice=$1,290.50')).toMatchObject({
    minPrice: 1000,
    maxPrice: 1290.5,
  })
  expect(read('minPrice=1,5&maxPrice=abc')).toMatchObject({ minPrice: null, maxPrice: null })
})

test('search engines are to know all products, a category and a seller, but no combination', () => {
  const seller = 'seller=0123456789abcdef01234567'
  for (const query of ['', 'category=home', seller])
    expect(isForSearchEngines(read(query))).toBe(true)
  for (const query of [`category=home&${seller}`, 'q=tea', 'inStock=1', 'minPrice=1', 'sort=price'])
    expect(isForSearchEngines(read(query))).toBe(false)
})

test('the order alone is no filter', () => {
  expect(isFiltered(read('sort=price'))).toBe(false)
  expect(isFiltered(read('inStock=1'))).toBe(true)
})

test('the service is asked for a page', () => {
  expect(String(queryOf(read('category=home'), 'abc'))).toBe('category=home&cursor=abc&limit=16')
})

import { expect, test } from 'bun:test'
import { ListProductsQuery, MAX_SEARCH } from '@shop/shared/contracts'
import * as v from 'valibot'
import { LIST_STATES, listUrl, parseListFilters, listQuery } from './list.ts'

const SELLER = 'a'.repeat(24)
const parse = (query: string) => parseListFilters(new URLSearchParams(query))

test('filters survive a round trip through the URL', () => {
  for (const [show] of LIST_STATES) {
    const filters = { q: 'tea & milk', show }
    expect(parse(listUrl(filters).split('?')[1] ?? '')).toEqual(filters)
  }
  expect(listUrl({ q: '', show: '' })).toBe('/sell/products')
  expect(listUrl({ q: '', show: 'low' })).toBe('/sell/products?show=low')
})

test('invalid parameters are ignored', () => {
  expect(parse('q=%20tea%20&show=everything')).toEqual({ q: 'tea', show: '' })
})

test('the service takes the longest search whole', () => {
  const q = 'x'.repeat(MAX_SEARCH)
  expect(parse(`q=${q}`).q).toBe(q)
  expect(v.is(ListProductsQuery, { q })).toBe(true)
  expect(v.is(ListProductsQuery, { q: parse(`q=${q}x`).q })).toBe(true)
})

const OWN = { seller: SELLER, lowStock: 7 }

test('each state is a valid query of the service', () => {
  for (const [show] of LIST_STATES) {
    const query = Object.fromEntries(listQuery({ q: 'tea', show }, OWN, 'c'))
    expect(v.is(ListProductsQuery, query)).toBe(true)
    expect(query).toMatchObject({ seller: SELLER, q: 'tea', cursor: 'c' })
  }
  const low = Object.fromEntries(listQuery({ q: '', show: 'low' }, OWN, null))
  expect(low).toEqual({ seller: SELLER, limit: '20', counts: '1', low: '7' })
  expect(listQuery({ q: '', show: 'soldout' }, OWN, null).get('status')).toBe('soldout')
})

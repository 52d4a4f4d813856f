import { expect, test } from 'bun:test'
import { ListProductsQuery } from '@shop/shared/contracts'
import * as v from 'valibot'
import { SHOWS, sellAddressOf, sellChoiceOf, sellQueryOf } from './list.ts'

const SELLER = 'a'.repeat(24)
const choiceOf = (query: string) => sellChoiceOf(new URLSearchParams(query))

test('a choice and its address are the same', () => {
  for (const [show] of SHOWS) {
    const choice = { q: 'tea & milk', show }
    expect(choiceOf(sellAddressOf(choice).split('?')[1] ?? '')).toEqual(choice)
  }
  expect(sellAddressOf({ q: '', show: '' })).toBe('/sell/products')
  expect(sellAddressOf({ q: '', show: 'low' }, 'a=b')).toBe('/sell/products?show=low&cursor=a%3Db')
})

test('what makes no sense is left out', () => {
  expect(choiceOf('q=%20tea%20&show=everything')).toEqual({ q: 'tea', show: '' })
  expect(choiceOf(`q=${'x'.repeat(200)}`).q).toHaveLength(100)
})

test('each choice asks for what the service lists', () => {
  for (const [show] of SHOWS) {
    const query = Object.fromEntries(sellQueryOf({ q: 'tea', show }, SELLER, 'c'))
    expect(v.is(ListProductsQuery, query)).toBe(true)
    expect(query).toMatchObject({ seller: SELLER, q: 'tea', cursor: 'c' })
  }
  const low = Object.fromEntries(sellQueryOf({ q: '', show: 'low' }, SELLER, null))
  expect(low).toEqual({ seller: SELLER, limit: '20', low: '1' })
  expect(sellQueryOf({ q: '', show: 'soldout' }, SELLER, null).get('status')).toBe('soldout')
})

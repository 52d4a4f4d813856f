import { expect, test } from 'bun:test'
import fc from 'fast-check'
import {
  addToLine,
  driftOf,
  fold,
  removeLine,
  setLine,
  subtract,
  totalOf,
  type Line,
} from './cart.ts'

const line = (productId: string, quantity = 1, seenPrice = 100): Line => ({
  productId,
  quantity,
  seenPrice,
})
const product = (id: string, fields = {}) => ({
  id,
  title: id,
  price: 100,
  available: 10,
  archived: false,
  picture: null,
  ...fields,
})

test('a line drifts when its price changed, it is short or gone, the most serious first', () => {
  expect(driftOf(line('a'), product('a'))).toBeUndefined()
  expect(driftOf(line('a'), product('a', { price: 101 }))).toBe('price')
  expect(driftOf(line('a', 11), product('a', { price: 101 }))).toBe('short')
  expect(driftOf(line('a', 11), product('a', { archived: true }))).toBe('gone')
  expect(driftOf(line('a', 1), product('a', { available: 0 }))).toBe('gone')
  expect(driftOf(line('a'), undefined)).toBe('gone')
})

test('setting a line adds or replaces it and keeps the order of the others', () => {
  const lines = [line('a'), line('b')]
  expect(setLine(lines, product('c'), 1)).toEqual([...lines, line('c')])
  expect(setLine(lines, product('a'), 5)).toEqual([line('a', 5), line('b')])
  const full = Array.from({ length: 50 }, (_, index) => line(String(index)))
  expect(() => setLine(full, product('c'), 1)).toThrow('at most 50')
  expect(setLine(full, product('7'), 2)).toHaveLength(50)
  expect(removeLine(lines, 'a')).toEqual([line('b')])
})

test('adding counts what the cart already has, at the current price', () => {
  const lines = [line('a', 2, 90), line('b')]
  expect(addToLine(lines, product('a'), 3)).toEqual([line('a', 5), line('b')])
  expect(addToLine(lines, product('c'), 1)).toEqual([...lines, line('c')])
})

test.each([
  [0, 0, 1, 'This product is sold out'],
  [3, 0, 4, 'Only 3 available'],
  [3, 2, 2, 'Only 3 available, and your cart has 2'],
  [3, 3, 1, 'Only 3 available, all in your cart'],
  [500, 99, 1, 'At most 99 of one product; your cart already has 99'],
])('with %d available and %d in the cart, %d more are refused: %s', (available, had, add, text) => {
  const lines = had === 0 ? [] : [line('a', had)]
  expect(() => addToLine(lines, product('a', { available }), add)).toThrow(text)
})

test('bought quantities are subtracted, never below zero', () => {
  const lines = [line('a', 3), line('b', 1)]
  expect(subtract(lines, [line('a', 2)])).toEqual([line('a', 1), line('b', 1)])
  expect(subtract(lines, [line('a', 9), line('x', 1)])).toEqual([line('b', 1)])
})

test('folding adds up both carts', () => {
  const mine = [line('a', 3, 90)]
  const guests = [line('a', 2, 100), line('b', 1)]
  expect(fold(mine, guests)).toEqual([line('a', 5, 90), line('b', 1)])
  expect(fold([line('a', 60)], [line('a', 60)])).toEqual([line('a', 99)])
  const many = Array.from({ length: 40 }, (_, index) => line(String(index)))
  const more = Array.from({ length: 40 }, (_, index) => line(`g${index}`))
  expect(fold(many, more)).toEqual([...many, ...more.slice(0, 10)])
})

test('subtracting what was folded in leaves what was there', () => {
  const lines = fc.uniqueArray(
    fc.record({
      productId: fc.constantFrom('a', 'b', 'c', 'd'),
      quantity: fc.integer({ min: 1, max: 40 }),
      seenPrice: fc.constant(100),
    }),
    { selector: ({ productId }) => productId },
  )
  fc.assert(
    fc.property(lines, lines, (mine, guests) => {
      expect(subtract(fold(mine, guests), guests)).toEqual(mine)
    }),
  )
})

test('the total counts what can be bought, at current prices', () => {
  const products = new Map([
    ['a', product('a', { price: 250 })],
    ['b', product('b', { archived: true })],
  ])
  expect(totalOf([line('a', 2), line('b', 5), line('c', 1)], products)).toBe(500)
})

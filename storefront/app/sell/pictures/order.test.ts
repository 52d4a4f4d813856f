import { expect, test } from 'bun:test'
import { moved, namesOf } from './order.ts'

test('a picture is named by its URL', () => {
  expect(namesOf([{ url: 'https://media.invalid/p/1/abc-1200.webp' }])).toEqual(['abc'])
})

test('a picture swaps places with its neighbor', () => {
  expect(moved(['a', 'b', 'c'], 'b', -1)).toEqual(['b', 'a', 'c'])
  expect(moved(['a', 'b', 'c'], 'b', 1)).toEqual(['a', 'c', 'b'])
})

test('pictures at the ends and unknown ones do not move', () => {
  const names = ['a', 'b']
  expect(moved(names, 'a', -1)).toBe(names)
  expect(moved(names, 'b', 1)).toBe(names)
  expect(moved(names, 'x', 1)).toBe(names)
  expect(moved(names, 'x', -1)).toBe(names)
})

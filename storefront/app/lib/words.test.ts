import { expect, test } from 'bun:test'
import { hasWord, upTo } from './words.ts'

test.each([
  ['tea', true],
  ['7', true],
  ['急須', true],
  ['%', false],
  ['❤️', false],
])('%p has a letter or digit: %p', (q, expected) => expect(hasWord(q)).toBe(expected))

test.each([
  [9999, '9,999'],
  [10_000, '10,000+'],
])('%d, counted up to 10,000, reads %s', (number, text) => expect(upTo(10_000, number)).toBe(text))

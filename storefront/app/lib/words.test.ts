import { expect, test } from 'bun:test'
import { hasWord } from './words.ts'

test.each([
  ['tea', true],
  ['7', true],
  ['急須', true],
  ['%', false],
  ['❤️', false],
])('%p has a letter or digit: %p', (q, expected) => expect(hasWord(q)).toBe(expected))

import { expect, test } from 'bun:test'
import { hasWord } from './words.ts'

test.each([
  ['tea', true],
  ['7', true],
  ['急須', true],
  ['%', false],
  ['❤️', false],
])('whether %p has a word: %p', (q, expected) => expect(hasWord(q)).toBe(expected))

import { expect, test } from 'bun:test'
import { counted } from './counted.ts'

test.each([
  [7, '7'],
  [9999, '9,999'],
  [10_000, '10,000+'],
])('%d, counted up to 10,000, reads %s', (number, text) => expect(counted(number)).toBe(text))

import { expect, test } from 'bun:test'
import { COUNTRIES } from '../lib/countries.ts'
import { isPostalCode, needsRegion } from './postal-rules.ts'

test.each([
  ['04101', 'US'],
  ['04101-1234', 'US'],
  ['K1A 0B1', 'CA'],
  ['sw1a 1aa', 'GB'],
  ['1012 AB', 'NL'],
  ['100-0001', 'JP'],
  ['00-950', 'PL'],
  ['10115', 'DE'],
  ['D02 X285', 'IE'],
])('%s is a postal code in %s', (code, country) => {
  expect(isPostalCode(code, country)).toBe(true)
})

test.each([
  ['4101', 'US'],
  ['K1A', 'CA'],
  ['12345', 'GB'],
  ['1011', 'DE'],
])('%s is no postal code in %s', (code, country) => {
  expect(isPostalCode(code, country)).toBe(false)
})

test('three countries need a state or region', () => {
  expect(
    COUNTRIES.map(([code]) => code)
      .filter(needsRegion)
      .toSorted(),
  ).toEqual(['AU', 'CA', 'US'])
})

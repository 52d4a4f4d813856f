import { expect, test } from 'bun:test'
import fc from 'fast-check'
import { csvRow } from './csv.ts'

test('cells with commas, quotes and line breaks are quoted', () => {
  expect(csvRow(['a,b', 'say "hi"', 'two\nlines', 3, -4.5])).toBe(
    '"a,b","say ""hi""","two\nlines",3,-4.5\r\n',
  )
})

test('no text is read as a formula', () => {
  fc.assert(
    fc.property(fc.constantFrom('=', '+', '-', '@', '\t', '\r'), fc.string(), (first, rest) => {
      expect(csvRow([first + rest])).toMatch(/^"?'/)
    }),
  )
  expect(csvRow(['=HYPERLINK("x")', '-1'])).toBe(`"'=HYPERLINK(""x"")",'-1\r\n`)
})

test('a text that begins with apostrophes before such a character keeps them all', () => {
  expect(csvRow(["'=1", "''-1", "'70s"])).toBe("''=1,'''-1,'70s\r\n")
})

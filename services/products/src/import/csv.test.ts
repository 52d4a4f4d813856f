import { expect, test } from 'bun:test'
import { csvRow } from '@shop/shared/http'
import fc from 'fast-check'
import { parseCsv } from './csv.ts'

const HEADER = ['title', 'description']

/** Texts of what an export and an import treat in a special way, and any others. */
const cell = fc.oneof(
  fc.string({
    unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', '\n', '"', ',', ';', ' '),
  }),
  fc.string({ unit: 'grapheme' }),
)

test('every text that is exported is the same when it is imported', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
      const csv = [HEADER, ...rows].map(csvRow).join('')
      const { lines, badLines } = parseCsv(csv)
      expect(lines).toEqual([HEADER, ...rows, ['']])
      expect(badLines.size).toBe(0)
    }),
    { numRuns: 1000 },
  )
})

test.each([
  ["'=SUM(1)", '=SUM(1)'],
  ["''=SUM(1)", "'=SUM(1)"],
  ["'''-1", "''-1"],
  ["'70s mug", "'70s mug"],
  ["''", "''"],
])('the cell %j is the text %j', (written, text) => {
  expect(parseCsv(`${written},1\n`).lines[0]).toEqual([text, '1'])
})

import Papa from 'papaparse'

/** A cell that an export kept from being a formula, by one more apostrophe than its text has. */
const ESCAPED = /^'+[=+\-@\t\r]/

/** A header whose names are separated by semicolons; texts below it can have any number of both. */
const SEMICOLONS = /^[^,;\r\n]*;/

/** The cells of a CSV file by line, as an export was given them; `badLines` are those with an unbalanced quote. */
export function parseCsv(text: string): { lines: string[][]; badLines: Set<number> } {
  const delimiter = SEMICOLONS.test(text) ? ';' : ','
  const { data, errors } = Papa.parse<string[]>(text, { delimiter })
  const lines = data.map((cells) => cells.map(unescape))
  const quotes = errors.filter(({ type }) => type === 'Quotes')
  return { lines, badLines: new Set(quotes.map(({ row = 0 }) => row)) }
}

const unescape = (cell: string) => (ESCAPED.test(cell) ? cell.slice(1) : cell)

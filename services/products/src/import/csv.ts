import Papa from 'papaparse'

/** A cell that an export kept from being a formula. */
const ESCAPED = /^'[=+\-@\t\r]/

/** The cells of a CSV file by line, as an export was given them; `badLines` are those with an unbalanced quote. */
export function parseCsv(text: string): { lines: string[][]; badLines: Set<number> } {
  const { data, errors } = Papa.parse<string[]>(text, { delimitersToGuess: [',', ';'] })
  const lines = data.map((cells) => cells.map((cell) => unescape(cell).trim()))
  const quotes = errors.filter(({ type }) => type === 'Quotes')
  return { lines, badLines: new Set(quotes.map(({ row = 0 }) => row)) }
}

const unescape = (cell: string) => (ESCAPED.test(cell) ? cell.slice(1) : cell)

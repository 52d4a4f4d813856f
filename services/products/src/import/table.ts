import { IMPORT_COLUMNS, MAX_IMPORT_ROWS, invalid, type ImportColumn } from '@shop/shared/contracts'
import { parseCsv } from './csv.ts'

/** A line of a file that has any text. */
export interface TableLine {
  /** As a spreadsheet counts: the header is line 1. */
  line: number
  cells: Partial<Record<ImportColumn, string>>
  /** Why the line cannot be read. */
  fault?: string
}

const REQUIRED: readonly ImportColumn[] = ['title', 'price', 'quantity']

const isColumn = (name: string): name is ImportColumn => IMPORT_COLUMNS.some((n) => n === name)

/** The lines of a CSV file below its header; throws `validation` for a file that is no table of products. */
export function tableOf(csv: string): TableLine[] {
  if (csv.includes('\0')) throw invalid('This isn’t a CSV file', 'csv')
  const { lines, badLines } = parseCsv(csv)
  const [header = [], ...rest] = lines.map((cells) => cells.map((cell) => cell.trim()))
  const columns = columnsOf(header)
  const table = rest.flatMap((cells, index) => {
    if (cells.every((cell) => cell === '')) return []
    const named = columns.map((column, at) => [column, cells[at] ?? ''] as const)
    const fault = faultOf(cells.length, columns.length, badLines.has(index + 1))
    return [{ line: index + 2, cells: Object.fromEntries(named), ...(fault && { fault }) }]
  })
  if (table.length === 0) throw invalid('The file has no products', 'csv')
  if (table.length > MAX_IMPORT_ROWS)
    throw invalid(`At most ${MAX_IMPORT_ROWS.toLocaleString('en-US')} products at once`, 'csv')
  return table
}

function columnsOf(header: string[]): ImportColumn[] {
  const names = header.map((name) => name.toLowerCase())
  const missing = REQUIRED.find((name) => !names.includes(name))
  if (missing !== undefined) throw invalid(`The column “${missing}” is missing`, 'csv')
  return names.map((name, at) => {
    if (!isColumn(name)) throw invalid(`Unknown column “${name.slice(0, 50)}”`, 'csv')
    if (names.indexOf(name) !== at) throw invalid(`The column “${name}” is there twice`, 'csv')
    return name
  })
}

function faultOf(cells: number, columns: number, hasBadQuote: boolean): string | null {
  if (hasBadQuote) return 'A quotation mark is missing or in the wrong place'
  return cells > columns ? `Has ${cells} cells; the header has ${columns}` : null
}

import {
  CreateProductBody,
  IMPORT_COLUMNS,
  Id,
  UpdateProductBody,
  type ImportColumn,
  type ImportProblem,
} from '@shop/shared/contracts'
import * as v from 'valibot'
import type { TableLine } from './table.ts'

/** A row to write: a new product, or changes of one. */
export type ImportRow = NewRow | ChangedRow

interface Row {
  line: number
  /** Of the product: new ones have theirs before anything is written. */
  id: string
}

interface NewRow extends Row {
  isNew: true
  body: CreateProductBody
}

export interface ChangedRow extends Row {
  isNew: false
  body: UpdateBody
}

const UpdateBody = v.omit(
  v.strictObject({ ...UpdateProductBody.entries, draft: CreateProductBody.entries.draft }),
  ['version'],
)
type UpdateBody = v.InferOutput<typeof UpdateBody>

const MAX_SHOWN = 100

interface Reading {
  rows: ImportRow[]
  problems: ImportProblem[]
}

/** The rows of a table and what is wrong with others; `owned` are the ids of the seller's products. */
export function readRows(
  table: readonly TableLine[],
  owned: ReadonlySet<string>,
  newId: () => string,
): Reading {
  const seen = new Set<string>()
  const reading: Reading = { rows: [], problems: [] }
  for (const each of table) {
    const read = readLine(each, owned, seen, newId)
    if (Array.isArray(read)) reading.problems.push(...read)
    else reading.rows.push(read)
  }
  return reading
}

function readLine(
  table: TableLine,
  owned: ReadonlySet<string>,
  seen: Set<string>,
  newId: () => string,
): ImportRow | ImportProblem[] {
  const { line, cells, fault } = table
  if (fault !== undefined) return [{ line, message: fault }]
  if ((cells.id ?? '') !== '') return readChange(table, owned, seen)
  const parsed = v.safeParse(CreateProductBody, { quantity: '', ...fieldsOf(cells) })
  if (!parsed.success) return problemsOf(parsed.issues, table)
  return { line, id: newId(), isNew: true, body: parsed.output }
}

function readChange(
  table: TableLine,
  owned: ReadonlySet<string>,
  seen: Set<string>,
): ChangedRow | ImportProblem[] {
  const id = v.safeParse(Id, table.cells.id)
  const wrongId = id.success ? faultOfId(id.output, owned, seen) : UNKNOWN
  const parsed = v.safeParse(UpdateBody, fieldsOf(table.cells))
  const problems = [
    ...(wrongId === null ? [] : [problemOf(table, 'id', wrongId)]),
    ...(parsed.success ? [] : problemsOf(parsed.issues, table)),
  ]
  if (!id.success || !parsed.success || problems.length > 0) return problems
  return { line: table.line, id: id.output, isNew: false, body: parsed.output }
}

const UNKNOWN = 'Not one of your products'

function faultOfId(id: string, owned: ReadonlySet<string>, seen: Set<string>): string | null {
  if (!owned.has(id)) return UNKNOWN
  if (seen.has(id)) return 'Is there twice'
  seen.add(id)
  return null
}

function problemsOf(issues: readonly v.BaseIssue<unknown>[], table: TableLine): ImportProblem[] {
  return issues.map((issue) => {
    const column = IMPORT_COLUMNS.find((name) => name === v.getDotPath(issue))
    return problemOf(table, column, issue.message)
  })
}

function problemOf(
  { line, cells }: TableLine,
  column: ImportColumn | undefined,
  message: string,
): ImportProblem {
  if (column === undefined) return { line, message }
  return { line, column, value: (cells[column] ?? '').slice(0, MAX_SHOWN), message }
}

const DRAFT: Record<string, boolean> = {
  yes: true,
  true: true,
  1: true,
  no: false,
  false: false,
  0: false,
}

/** The fields of a row besides its id; an empty cell, except the description's, is no field. */
function fieldsOf(cells: TableLine['cells']): Record<string, unknown> {
  const filled = Object.entries(cells).filter(
    ([name, cell]) => name !== 'id' && (cell !== '' || name === 'description'),
  )
  const fields = filled.map(([name, cell]) => [name, toField(name, cell)])
  return { title: '', price: '', ...Object.fromEntries(fields) }
}

/** What a cell means; one that cannot be read stays a text, which the schema refuses. */
function toField(name: string, cell: string): string | number | boolean {
  if (name === 'draft') return DRAFT[cell.toLowerCase()] ?? cell
  const isNumber = (name === 'price' || name === 'quantity') && /^-?\d+(\.\d+)?$/.test(cell)
  return isNumber ? Number(cell) : cell
}

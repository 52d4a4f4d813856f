import * as v from 'valibot'
import { Id } from '../ids.ts'
import { MAX_IMPORT_BYTES } from '../limits.ts'

const megabytes = MAX_IMPORT_BYTES / 1_000_000

/** The columns of an export, all of which an import understands. */
export const IMPORT_COLUMNS = [
  'id',
  'title',
  'description',
  'category',
  'price',
  'quantity',
  'draft',
] as const
export type ImportColumn = (typeof IMPORT_COLUMNS)[number]

/** Body of an import: the text of a CSV file. */
export const ImportBody = v.strictObject({
  csv: v.pipe(
    v.string('Must be the text of a CSV file'),
    v.check((text) => text.isWellFormed(), 'Must be valid Unicode'),
    v.maxBytes(MAX_IMPORT_BYTES, `The limit is ${megabytes} MB`),
  ),
})

export const ImportQuery = v.strictObject({
  dryRun: v.optional(
    v.pipe(v.literal('1', 'Must be 1'), v.description('Checks the file and writes nothing.')),
  ),
})

const Count = v.pipe(v.number(), v.integer(), v.minValue(0))

/** What is wrong with a cell. */
export const ImportProblem = v.strictObject({
  /** As a spreadsheet counts: the header is line 1. */
  line: Count,
  /** Missing when the whole line is wrong. */
  column: v.optional(v.picklist(IMPORT_COLUMNS)),
  /** The cell, shortened. */
  value: v.optional(v.string()),
  message: v.string(),
})
export type ImportProblem = v.InferOutput<typeof ImportProblem>

/** What an import would do. */
export const ImportCheck = v.strictObject({
  rows: Count,
  /** Lines that create a product. */
  created: Count,
  /** Lines that change a product. */
  updated: Count,
  /** Lines with a problem. */
  badRows: Count,
  /** The first 100; all of them are in `problems.csv`. */
  problems: v.array(ImportProblem),
  /** How many there are in all: a line can have several. */
  problemCount: Count,
})
export type ImportCheck = v.InferOutput<typeof ImportCheck>

/** An import and how far it is. */
export const ImportResponse = v.strictObject({
  id: Id,
  status: v.picklist(['running', 'done']),
  rows: Count,
  /** Rows that were handled, failed ones included. */
  done: Count,
  created: Count,
  updated: Count,
  /** Rows that could not be written. */
  failed: v.array(ImportProblem),
  createdAt: v.string(),
})
export type ImportResponse = v.InferOutput<typeof ImportResponse>

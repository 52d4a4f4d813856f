import { BODY_PROBLEMS, routesOf, withBody, withCsv } from '../route.ts'
import { BulkBody, BulkResponse } from './bulk-schemas.ts'
import * as examples from './examples.ts'
import { ImportBody, ImportCheck, ImportQuery, ImportResponse } from './import-schemas.ts'

const route = routesOf('products')

/** Routes for all products of a seller. */
export const SELLER_ROUTES = [
  route('POST', '/api/products/bulk', 'user', 'Change many products', {
    description:
      'Up to 100 of the seller’s products. Each is changed only if it still has the version that is sent; the response says what became of each. `percent` changes prices relative to the present ones.',
    body: BulkBody,
    example: { body: examples.bulk },
    responses: { 200: withBody(BulkResponse, examples.bulkResponse) },
    problems: [...BODY_PROBLEMS, 'unauthenticated'],
  }),
  route('GET', '/api/products/export.csv', 'user', 'Export the products', {
    description:
      'All products of the seller in the columns of an import, in UTF-8 with a byte order mark. Cells that a spreadsheet would take for a formula begin with a quote, which an import takes off again.',
    responses: { 200: withCsv(examples.csv) },
    problems: ['unauthenticated', 'forbidden'],
  }),
  route('POST', '/api/products/import', 'user', 'Import products', {
    description:
      'A CSV file of at most 2 MB and 5,000 rows, separated by commas or semicolons, with a header of the columns `id`, `title`, `description`, `category`, `price`, `quantity` and `draft`. A row with an `id` changes that product. With `dryRun` it is checked only; otherwise it begins when no row is bad, and the response is sent before the rows are written.',
    query: ImportQuery,
    headers: {
      'Idempotency-Key': 'Required without `dryRun`; the same key returns the same import.',
    },
    body: ImportBody,
    perHour: 60,
    example: { query: { dryRun: '1' }, body: { csv: examples.csv } },
    responses: {
      200: withBody(ImportCheck, examples.importCheck),
      202: withBody(ImportResponse, examples.importResponse),
    },
    problems: [...BODY_PROBLEMS, 'unauthenticated', 'idempotency-mismatch', 'import-running'],
  }),
  route('POST', '/api/products/import/problems.csv', 'user', 'List what is wrong with a file', {
    description:
      'All problems that a dry run of the import finds, with the columns `line`, `column`, `reason` and `value`. Nothing is written.',
    body: ImportBody,
    perHour: 60,
    example: { body: { csv: examples.csv } },
    responses: { 200: withCsv(examples.problems) },
    problems: [...BODY_PROBLEMS, 'unauthenticated'],
  }),
  route('GET', '/api/products/imports/:id', 'user', 'Get an import', {
    responses: { 200: withBody(ImportResponse, examples.importResponse) },
    problems: ['unauthenticated', 'forbidden', 'not-found'],
  }),
]

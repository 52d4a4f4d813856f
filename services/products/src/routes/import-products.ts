import { requireUser, sessionOf } from '@shop/shared/auth'
import {
  ImportBody,
  ImportQuery,
  MAX_UPLOAD_BYTES,
  ShopError,
  invalid,
  type ImportCheck,
} from '@shop/shared/contracts'
import { createHandlers, limitBody, validJson, validQuery } from '@shop/shared/http'
import type { Deps } from '../deps.ts'
import { checkImport, type CheckedImport } from '../import/check-import.ts'
import { toImportResponse } from '../import/import-response.ts'

const MAX_PROBLEMS = 100
const MAX_KEY = 255

/** `POST /api/products/import`: checks a file, or begins to write it. */
export function importProducts({ products, imports, importRunner }: Deps) {
  const [query, input] = [validQuery(ImportQuery), validJson(ImportBody)] as const

  return createHandlers(requireUser, query, limitBody(MAX_UPLOAD_BYTES), input, async (c) => {
    const seller = sessionOf(c)
    const { csv } = c.req.valid('json')
    if (c.req.valid('query').dryRun !== undefined)
      return c.json(toReport(await checkImport(products, seller.sub, csv)), 200)
    const key = keyOf(c.req.header('idempotency-key'))
    const digest = new Bun.SHA256().update(csv).digest('base64')
    const repeated = await imports.repeated(seller.sub, key, digest)
    if (repeated !== null) return c.json(toImportResponse(repeated), 202)
    const checked = await checkImport(products, seller.sub, csv)
    if (checked.problems.length > 0) throw refusal(toReport(checked))
    const { stored, isNew } = await imports.insert(seller, key, digest, checked.rows)
    // failpoint: products.afterImportInsert
    if (isNew) importRunner.start(stored)
    return c.json(toImportResponse(stored), 202)
  })
}

function keyOf(key: string | undefined): string {
  if (key === undefined) throw invalid('An Idempotency-Key header is required')
  if (key.length === 0 || key.length > MAX_KEY)
    throw invalid(`Idempotency-Key must have 1 to ${MAX_KEY} characters`)
  return key
}

function toReport({ total, rows, problems }: CheckedImport): ImportCheck {
  const created = rows.filter(({ isNew }) => isNew).length
  return {
    rows: total,
    created,
    updated: rows.length - created,
    badRows: total - rows.length,
    problems: problems.slice(0, MAX_PROBLEMS),
    problemCount: problems.length,
  }
}

function refusal({ badRows, rows, problems }: ImportCheck): ShopError {
  const errors = problems.map(({ line, column, message }) => ({
    message: `Line ${line}: ${message}`,
    field: column ?? 'csv',
  }))
  return new ShopError('validation', `${badRows} of ${rows} rows have a problem`, { errors })
}

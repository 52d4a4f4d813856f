import { requireUser, sessionOf } from '@shop/shared/auth'
import { ImportBody, MAX_UPLOAD_BYTES, type ImportProblem } from '@shop/shared/contracts'
import { createHandlers, csvFile, csvRow, limitBody, validJson } from '@shop/shared/http'
import type { Deps } from '../deps.ts'
import { checkImport } from '../import/check-import.ts'

/** `POST /api/products/import/problems.csv`: all that is wrong with a file, as one. */
export function listImportProblems({ products }: Deps) {
  return createHandlers(
    requireUser,
    limitBody(MAX_UPLOAD_BYTES),
    validJson(ImportBody),
    async (c) => {
      const { problems } = await checkImport(products, sessionOf(c).sub, c.req.valid('json').csv)
      return csvFile(c, 'rows-to-fix.csv', linesOf(problems))
    },
  )
}

async function* linesOf(problems: ImportProblem[]): AsyncGenerator<string, void> {
  yield csvRow(['line', 'column', 'reason', 'value'])
  for (const { line, column = '', message, value = '' } of problems)
    yield csvRow([line, column, message, value])
}

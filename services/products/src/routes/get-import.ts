import { requireUser, sessionOf } from '@shop/shared/auth'
import { notFound } from '@shop/shared/contracts'
import { createHandlers, validId } from '@shop/shared/http'
import type { Deps } from '../deps.ts'
import { toImportResponse } from '../import/import-response.ts'

/** `GET /api/products/imports/:id` */
export function getImport({ imports }: Deps) {
  return createHandlers(requireUser, validId('Import'), async (c) => {
    const found = await imports.find(c.req.valid('param').id, sessionOf(c).sub)
    if (found === null) throw notFound('Import')
    return c.json(toImportResponse(found), 200, { 'cache-control': 'no-store' })
  })
}

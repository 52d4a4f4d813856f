import type { ImportResponse } from '@shop/shared/contracts'
import type { ImportRecord } from './import-model.ts'

export function toImportResponse(record: ImportRecord): ImportResponse {
  const { _id, state, total, created, done, failed, createdAt } = record
  return {
    id: _id.toString(),
    status: state === 'Done' ? 'done' : 'running',
    rows: total,
    done,
    created,
    updated: total - created,
    failed,
    createdAt: createdAt.toISOString(),
  }
}

import type { CaseResponse, ProductResponse, StaffProductResponse } from '@shop/shared/contracts'
import type { ModerationRecord, ReportRecord } from './moderation-model.ts'

export function toReportResponse({ reason, note, at }: ReportRecord) {
  return { reason, ...(note !== undefined && { note }), at: at.toISOString() }
}

/** A product with what staff did. */
export function toStaffResponse(
  product: ProductResponse,
  moderations: ModerationRecord[],
): StaffProductResponse {
  const acts = moderations.map(({ act, reason, by, at }) => {
    return { act, reason, by, at: at.toISOString() }
  })
  return { product, acts }
}

/** A product with its reports, never by whom, and what staff did. */
export function toCaseResponse(
  product: ProductResponse,
  reports: ReportRecord[],
  moderations: ModerationRecord[],
): CaseResponse {
  return { ...toStaffResponse(product, moderations), reports: reports.map(toReportResponse) }
}

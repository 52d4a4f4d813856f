import type { CaseResponse, ProductResponse } from '@shop/shared/contracts'
import type { ModerationRecord, ReportRecord } from './moderation-model.ts'

export function toReportResponse({ reason, note, at }: ReportRecord) {
  return { reason, ...(note !== undefined && { note }), at: at.toISOString() }
}

/** A product with its reports, never by whom, and what staff did. */
export function toCaseResponse(
  product: ProductResponse,
  reports: ReportRecord[],
  moderations: ModerationRecord[],
): CaseResponse {
  return {
    product,
    reports: reports.map(toReportResponse),
    acts: moderations.map(({ act, reason, by, at }) => ({ act, reason, by, at: at.toISOString() })),
  }
}

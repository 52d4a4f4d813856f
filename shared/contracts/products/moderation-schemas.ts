import * as v from 'valibot'
import { MAX_MESSAGE } from '../limits.ts'
import { pageQuery } from '../page.ts'
import { multilineText } from '../text.ts'
import { ProductResponse } from './schemas.ts'

/** What can be wrong with a product. */
export const REPORT_REASONS = [
  'prohibited',
  'counterfeit',
  'misleading',
  'offensive',
  'other',
] as const
export type ReportReason = (typeof REPORT_REASONS)[number]

const Note = multilineText(MAX_MESSAGE)

/** Body of a report. */
export const ReportBody = v.strictObject({
  reason: v.picklist(REPORT_REASONS, 'Choose a reason'),
  note: v.optional(Note),
})
export type ReportBody = v.InferOutput<typeof ReportBody>

/** Body of an appeal against hiding a product. */
export const AppealBody = v.strictObject({
  note: v.pipe(Note, v.nonEmpty('Say why the product should be shown')),
})

export const ReportResponse = v.strictObject({
  reason: v.picklist(REPORT_REASONS),
  note: v.optional(v.string()),
  at: v.string(),
})

/** What staff did with a product. */
const Act = v.strictObject({
  act: v.picklist(['hide', 'unhide']),
  reason: v.string(),
  by: v.string(),
  at: v.string(),
})

export const CASE_STATUSES = ['open', 'appeals', 'hidden', 'dismissed'] as const
export type CaseStatus = (typeof CASE_STATUSES)[number]

/** Query of the staff's list of products. */
export const CasesQuery = v.strictObject({
  ...pageQuery,
  status: v.optional(
    v.pipe(
      v.picklist(CASE_STATUSES, `Must be one of ${CASE_STATUSES.join(', ')}`),
      v.description(
        '`open` (the default): reported and not decided; `appeals`: hidden, and the seller objects.',
      ),
    ),
  ),
})
export type CasesQuery = v.InferOutput<typeof CasesQuery>

/** A product with what people report and what staff did, the newest first. */
export const CaseResponse = v.strictObject({
  product: ProductResponse,
  /** The newest 20. */
  reports: v.array(ReportResponse),
  acts: v.array(Act),
})
export type CaseResponse = v.InferOutput<typeof CaseResponse>

const Count = v.pipe(v.number(), v.integer(), v.minValue(0))

export const CasesResponse = v.strictObject({
  items: v.array(CaseResponse),
  nextCursor: v.nullable(v.string()),
  /** Products by status. */
  counts: v.strictObject({ open: Count, appeals: Count, hidden: Count, dismissed: Count }),
})
export type CasesResponse = v.InferOutput<typeof CasesResponse>

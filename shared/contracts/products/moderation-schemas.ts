import * as v from 'valibot'
import { MAX_MESSAGE, MAX_SEARCH } from '../limits.ts'
import { pageQuery } from '../page.ts'
import { multilineText } from '../text.ts'
import { OFF_REASONS, ProductResponse } from './schemas.ts'

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

/** For sale, or each reason why a product is not. */
export const ALL_PRODUCTS_STATUSES = ['live', ...OFF_REASONS] as const
export type AllProductsStatus = (typeof ALL_PRODUCTS_STATUSES)[number]

/** Query of the staff's list of all products. */
export const AllProductsQuery = v.strictObject({
  ...pageQuery,
  status: v.optional(
    v.pipe(
      v.picklist(ALL_PRODUCTS_STATUSES, `Must be one of ${ALL_PRODUCTS_STATUSES.join(', ')}`),
      v.description('`live`: for sale; otherwise a reason why it is not, maybe one of several.'),
    ),
  ),
  q: v.optional(
    v.pipe(
      v.string(),
      v.trim(),
      v.maxLength(MAX_SEARCH, `Must have at most ${MAX_SEARCH} characters`),
      v.description('Whole words of the title, or the id of a product or of a seller.'),
    ),
  ),
})
export type AllProductsQuery = v.InferOutput<typeof AllProductsQuery>

/** A product with what staff did, the newest first. */
export const StaffProductResponse = v.strictObject({ product: ProductResponse, acts: v.array(Act) })
export type StaffProductResponse = v.InferOutput<typeof StaffProductResponse>

export const AllProductsResponse = v.strictObject({
  items: v.array(StaffProductResponse),
  nextCursor: v.nullable(v.string()),
})

/** The same with what people report. */
export const CaseResponse = v.strictObject({
  ...StaffProductResponse.entries,
  /** The newest 20. */
  reports: v.array(ReportResponse),
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

import * as v from 'valibot'
import { MAX_COUNTED, MAX_SEARCH } from '../limits.ts'
import { pageQuery } from '../page.ts'
import { SoldOrderResponse } from './schemas.ts'

/** The states under which paid orders are listed; an order can have several. */
const SOLD_STATUSES = [
  'to-send',
  'sent',
  'delivered',
  'cancelled',
  'returns',
  'refunded',
  'failed',
] as const
export type SoldStatus = (typeof SOLD_STATUSES)[number]

/** Staff also see refunds that came back, and returns that were accepted without an answer. */
export const STAFF_STATUSES = [...SOLD_STATUSES, 'reversed', 'unanswered'] as const
export type StaffStatus = (typeof STAFF_STATUSES)[number]

const status = v.optional(
  v.pipe(
    v.picklist(SOLD_STATUSES, `Must be one of ${SOLD_STATUSES.join(', ')}`),
    v.description(
      'Only paid orders with a parcel in this state, with an open return, with a refund, or with a failed refund.',
    ),
  ),
)

export const search = (what: string) =>
  v.optional(
    v.pipe(
      v.string(),
      v.trim(),
      v.maxLength(MAX_SEARCH, `Must have at most ${MAX_SEARCH} characters`),
      v.description(what),
    ),
  )

export const ListSoldQuery = v.strictObject({
  ...pageQuery,
  status,
  q: search('An order number, or words in the titles; each matches as a prefix.'),
})
export type ListSoldQuery = v.InferOutput<typeof ListSoldQuery>

export const Count = v.pipe(v.number(), v.integer(), v.minValue(0))

export const ListedCount = v.pipe(
  Count,
  v.maxValue(MAX_COUNTED),
  v.description(`At ${MAX_COUNTED} there may be more.`),
)

/** How many paid orders are listed under each status. */
export const SoldCounts = v.strictObject({
  toSend: ListedCount,
  sent: ListedCount,
  delivered: ListedCount,
  cancelled: ListedCount,
  returns: ListedCount,
  refunded: ListedCount,
  failed: ListedCount,
})
export type SoldCounts = v.InferOutput<typeof SoldCounts>

export const SoldPageResponse = v.strictObject({
  items: v.array(SoldOrderResponse),
  nextCursor: v.nullable(v.string()),
  counts: SoldCounts,
})

import * as v from 'valibot'
import { Id } from '../ids.ts'
import { Amount } from '../money.ts'
import { pageQuery } from '../page.ts'
import { OrderActResponse, RefundResponse, ReturnResponse } from './after-sale-schemas.ts'
import { ReturnStatus } from './after-sale.ts'
import { OrderResponse } from './schemas.ts'
import { ListedCount, STAFF_STATUSES, SoldCounts, search } from './sold-schemas.ts'

export const ListAllQuery = v.strictObject({
  ...pageQuery,
  status: v.optional(
    v.pipe(
      v.picklist(STAFF_STATUSES, `Must be one of ${STAFF_STATUSES.join(', ')}`),
      v.description(
        'Only paid orders in this state; `unanswered`: with a return that was accepted without an answer.',
      ),
    ),
  ),
  q: search('An order number, an id, or an email address.'),
})
export type ListAllQuery = v.InferOutput<typeof ListAllQuery>

const StaffCounts = v.strictObject({
  ...SoldCounts.entries,
  reversed: ListedCount,
  unanswered: ListedCount,
})
export type StaffCounts = v.InferOutput<typeof StaffCounts>

export const StaffPageResponse = v.strictObject({
  items: v.array(OrderResponse),
  nextCursor: v.nullable(v.string()),
  counts: StaffCounts,
})

/** Something that happened to an order after its payment. */
const HistoryEntry = v.variant('what', [
  v.strictObject({ what: v.literal('sent'), at: v.string(), sellerId: Id }),
  v.strictObject({ what: v.literal('delivered'), at: v.string(), sellerId: Id }),
  v.strictObject({
    what: v.literal('return'),
    at: v.string(),
    id: ReturnResponse.entries.id,
    status: ReturnStatus,
  }),
  v.strictObject({
    what: v.literal('refund'),
    at: v.string(),
    id: RefundResponse.entries.id,
    status: RefundResponse.entries.status,
    amount: Amount,
  }),
  v.strictObject({ what: v.literal('staff'), ...OrderActResponse.entries, by: Id }),
])
export type HistoryEntry = v.InferOutput<typeof HistoryEntry>

/** An order as staff see it, with everything that happened after its payment, oldest first. */
export const StaffOrderResponse = v.strictObject({
  ...OrderResponse.entries,
  history: v.array(HistoryEntry),
})
export type StaffOrderResponse = v.InferOutput<typeof StaffOrderResponse>

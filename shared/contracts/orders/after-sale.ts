import * as v from 'valibot'

const PARCEL_STATUSES = ['ToSend', 'Sent', 'Delivered', 'Cancelled'] as const
export const ParcelStatus = v.picklist(PARCEL_STATUSES)
export type ParcelStatus = v.InferOutput<typeof ParcelStatus>

const RETURN_STATUSES = ['Asked', 'Accepted', 'Refused', 'Refunding', 'Refunded'] as const
export const ReturnStatus = v.picklist(RETURN_STATUSES)
export type ReturnStatus = v.InferOutput<typeof ReturnStatus>

const REFUND_STATUSES = ['Asked', 'Done', 'Failed'] as const
export const RefundStatus = v.picklist(REFUND_STATUSES)
export type RefundStatus = v.InferOutput<typeof RefundStatus>

export const CARRIERS = [
  'ups',
  'fedex',
  'usps',
  'dhl',
  'gls',
  'dpd',
  'royal-mail',
  'la-poste',
  'other',
] as const
export const Carrier = v.picklist(CARRIERS)
export type Carrier = v.InferOutput<typeof Carrier>

export const RETURN_REASONS = ['withdrawal', 'damaged', 'wrong', 'late', 'other'] as const
export const ReturnReason = v.picklist(RETURN_REASONS)
export type ReturnReason = v.InferOutput<typeof ReturnReason>

/** Who asked for a refund; `stripe` is the provider's dashboard, `system` the shop itself. */
const ASKERS = ['buyer', 'seller', 'staff', 'stripe', 'system'] as const
export const AskedBy = v.picklist(ASKERS)
export type AskedBy = v.InferOutput<typeof AskedBy>

/** Why a seller or the staff gives money back. */
export const REFUND_REASONS = ['cannot-send', 'damaged', 'late', 'goodwill', 'other'] as const
export const RefundReason = v.picklist(REFUND_REASONS)
export type RefundReason = v.InferOutput<typeof RefundReason>

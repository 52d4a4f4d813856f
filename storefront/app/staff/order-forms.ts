import { Id, Reason, RefundReason } from '@shop/shared/contracts'
import * as v from 'valibot'
import { AMOUNT_HELP, readAmount } from '../lib/money.ts'

/** The seller that staff act for, why, and the key that makes a second press harmless. */
const forSeller = { sellerId: Id, explanation: Reason, key: v.string() }

/** Errors are listed in the order of the fields. */
export const RefundForm = v.object({
  amount: v.pipe(v.string(), v.transform(readAmount), v.number(AMOUNT_HELP)),
  shipping: v.optional(v.literal('on')),
  reason: v.pipe(v.string(), v.picklist(RefundReason.options, 'Choose a reason')),
  ...forSeller,
})

export const AgainForm = v.object({ ...forSeller, refundId: v.string() })

export const ReturnForm = v.object({
  ...forSeller,
  returnId: v.string(),
  restock: v.optional(v.literal('on')),
})

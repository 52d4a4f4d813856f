import { Id, Reason, RefundReason } from '@shop/shared/contracts'
import * as v from 'valibot'
import { AMOUNT_HELP, readAmount } from '../lib/money.ts'

/** The seller that staff act for, why, and the key that makes a second press harmless. */
const forSeller = { sellerId: Id, explanation: Reason, key: v.string() }

export const RefundForm = v.object({
  ...forSeller,
  amount: v.pipe(v.string(), v.transform(readAmount), v.number(AMOUNT_HELP)),
  reason: v.pipe(v.string(), v.picklist(RefundReason.options, 'Choose a reason')),
  shipping: v.optional(v.literal('on')),
})

export const AgainForm = v.object({ ...forSeller, refundId: v.string() })

export const ReturnForm = v.object({
  ...forSeller,
  returnId: v.string(),
  restock: v.optional(v.literal('on')),
})

import {
  AnswerReturnBody,
  MAX_MESSAGE,
  RefundReason,
  SendParcelBody,
  multilineText,
} from '@shop/shared/contracts'
import * as v from 'valibot'
import { AMOUNT_HELP, readAmount } from '../../lib/money.ts'

const blank = (text: string) => text.trim() === ''

/** How a parcel was sent; a blank tracking number is none. */
export const SendSchema = v.pipe(
  v.record(v.string(), v.string()),
  v.transform((form): unknown => {
    const { carrier, tracking = '' } = form
    return { carrier, ...(!blank(tracking) && { tracking }) }
  }),
  SendParcelBody,
)

/** The answer to a return, which the buyer reads. */
export const AnswerSchema = v.pipe(
  v.object({ answer: v.string(), note: v.optional(v.string(), '') }),
  AnswerReturnBody,
)

/** What a refund form says besides its lines. */
export const RefundSchema = v.object({
  amount: v.pipe(
    v.optional(v.string(), ''),
    v.transform((text) => (blank(text) ? null : readAmount(text))),
    v.nullable(v.number(AMOUNT_HELP)),
  ),
  reason: v.pipe(v.string(), v.picklist(RefundReason.options, 'Choose a reason')),
  restock: v.optional(v.string()),
  note: v.pipe(v.optional(v.string(), ''), multilineText(MAX_MESSAGE)),
})

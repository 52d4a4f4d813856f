import { toDecimal, type SoldOrderResponse } from '@shop/shared/contracts'
import { parseForm, refusedForm, textOf, type Parsed } from '../../forms/parse-form.ts'
import { AMOUNT_HELP } from '../../lib/money.ts'
import { RefundSchema } from './schemas.ts'

/** The refund that a seller's form asks for. */
export function readRefund(order: SoldOrderResponse, form: FormData): Parsed<object> {
  const { output, fault } = parseForm(RefundSchema, form)
  if (fault !== undefined) return { fault }
  const { amount, reason, restock, note } = output
  if (amount === null && textOf(form, 'amount').trim() !== '')
    return { fault: refusedForm(form, { fields: { amount: AMOUNT_HELP } }) }
  const lines = linesIn(order, (name) => textOf(form, name))
  if ((amount === null) === (lines.length === 0)) {
    const rest = amount === null ? '' : ', not both'
    return { fault: refusedForm(form, { message: `Choose items or an amount${rest}.` }) }
  }
  const what =
    amount === null
      ? { lines, restock: restock !== undefined }
      : { amount: toDecimal(Math.round(amount * 100)) }
  return { output: { ...what, reason, ...(note !== '' && { note }) } }
}

/** The items that were chosen in the fields of a form. */
export function linesIn({ items }: SoldOrderResponse, field: (name: string) => string) {
  return items
    .map(({ productId }) => ({ productId, quantity: Number(field(`line-${productId}`)) }))
    .filter(({ quantity }) => Number.isInteger(quantity) && quantity > 0)
}

import {
  CATEGORIES,
  MAX_DESCRIPTION,
  MAX_PRICE,
  MAX_STOCK,
  MAX_TITLE,
  MIN_PRICE,
  STOCK_REASONS,
  multilineText,
  visibleText,
  type Category,
  type ProductResponse,
} from '@shop/shared/contracts'
import * as v from 'valibot'
import { AMOUNT_HELP, plainAmount, readAmount, readWhole } from '../../lib/money.ts'

const COUNT_HELP = 'Enter a whole number, like 12'
const CHANGE_HELP = 'Enter how many to add, like 5, or to remove, like −2'
const TOO_MANY = `Enter at most ${MAX_STOCK.toLocaleString('en-US')}`

const texts = {
  title: visibleText(MAX_TITLE, 'Enter a name'),
  description: v.optional(multilineText(MAX_DESCRIPTION), ''),
  category: v.picklist(CATEGORIES, 'Choose a category'),
  price: v.pipe(
    v.string(AMOUNT_HELP),
    v.transform(readAmount),
    v.number(AMOUNT_HELP),
    v.minValue(MIN_PRICE, `Enter a price of at least ${MIN_PRICE}`),
    v.maxValue(MAX_PRICE, `Enter a price of at most ${MAX_PRICE.toLocaleString('en-US')}`),
  ),
}

const wholeNumber = v.pipe(
  v.string(COUNT_HELP),
  v.transform(readWhole),
  v.number(COUNT_HELP),
  v.minValue(0, COUNT_HELP),
)

export const NewProductSchema = v.object({
  ...texts,
  quantity: v.pipe(wholeNumber, v.maxValue(MAX_STOCK, TOO_MANY)),
})

/** The editable fields, with the fingerprints of the version that the form was filled from. */
export const EditProductSchema = v.object({ ...texts, seen: v.string() })

export const StockSchema = v.object({
  delta: v.pipe(
    v.string(CHANGE_HELP),
    v.transform(readWhole),
    v.number(CHANGE_HELP),
    v.check((delta) => delta !== 0, CHANGE_HELP),
    v.check((delta) => Math.abs(delta) <= MAX_STOCK, TOO_MANY),
  ),
  reason: v.picklist(STOCK_REASONS, 'Choose a reason'),
})

export interface ProductTexts {
  title: string
  description: string
  category: Category | null
  price: number
}

export function textsOfProduct({
  title,
  description,
  category,
  price,
}: ProductResponse): ProductTexts {
  return { title, description, category, price }
}

export function formValues({ title, description, category, price }: ProductTexts) {
  return { title, description, category: category ?? '', price: plainAmount(price) }
}

import { CATEGORIES, MAX_PRICE, MIN_PRICE, type BulkChange } from '@shop/shared/contracts'
import * as v from 'valibot'
import { AMOUNT_HELP, readAmount, readWhole } from '../lib/money.ts'

/** What can be changed for many products at once. */
export const BULK_ACTIONS = [
  ['change-price', 'Change price by %'],
  ['add-to-price', 'Change price by $'],
  ['set-price', 'Set price'],
  ['set-category', 'Move to category'],
  ['publish', 'Publish drafts'],
  ['archive', 'Archive'],
  ['restore', 'Restore'],
] as const

export type BulkAction = (typeof BULK_ACTIONS)[number][0]

const PERCENT_HELP = 'Enter a whole percentage, like −10'

const Percent = v.pipe(
  v.string(PERCENT_HELP),
  v.transform(readWhole),
  v.number(PERCENT_HELP),
  v.minValue(-90, 'Enter at least −90'),
  v.maxValue(900, 'Enter at most 900'),
  v.check((percent) => percent !== 0, PERCENT_HELP),
)

const DIFFERENCE_HELP = 'Enter an amount to add or take off, like −2.50'

const Difference = v.pipe(
  v.string(DIFFERENCE_HELP),
  v.transform(readDifference),
  v.number(DIFFERENCE_HELP),
  v.minValue(-MAX_PRICE, DIFFERENCE_HELP),
  v.maxValue(MAX_PRICE, DIFFERENCE_HELP),
  v.check((amount) => amount !== 0, DIFFERENCE_HELP),
)

/** An amount with or without a sign; null for anything else. */
function readDifference(text: string): number | null {
  const sign = /^\s*[-−]/.test(text) ? -1 : 1
  const amount = readAmount(text.replace(/^\s*[-−+]/, ''))
  return amount === null ? null : sign * amount
}

const Amount = v.pipe(
  v.string(AMOUNT_HELP),
  v.transform(readAmount),
  v.number(AMOUNT_HELP),
  v.minValue(MIN_PRICE, `Enter a price of at least ${MIN_PRICE}`),
  v.maxValue(MAX_PRICE, `Enter a price of at most ${MAX_PRICE.toLocaleString('en-US')}`),
)

/** The bulk form's change; each action reads its own field. */
export const BulkForm = v.variant('change', [
  v.object({ change: v.literal('change-price'), percent: Percent }),
  v.object({ change: v.literal('add-to-price'), amount: Difference }),
  v.object({ change: v.literal('set-price'), price: Amount }),
  v.object({
    change: v.literal('set-category'),
    category: v.picklist(CATEGORIES, 'Choose a category'),
  }),
  v.object({ change: v.picklist(['publish', 'archive', 'restore']) }),
])

export function toChange(form: v.InferOutput<typeof BulkForm>): BulkChange {
  if (form.change === 'change-price') return { action: form.change, percent: form.percent }
  if (form.change === 'add-to-price') return { action: form.change, amount: form.amount }
  if (form.change === 'set-price') return { action: form.change, price: form.price }
  if (form.change === 'set-category') return { action: form.change, category: form.category }
  return { action: form.change }
}

/** A checkbox of the list: the product and the version that was shown. */
export const itemValue = ({ id, version }: { id: string; version: number }) => `${id}:${version}`

export function readItem(value: string): { id: string; version: number } {
  const [id = '', version] = value.split(':')
  return { id, version: Number(version) }
}

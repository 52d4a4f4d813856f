import { MAX_PRICE } from '@shop/shared/contracts'
import { AMOUNT_HELP, money, readAmount } from '../lib/money.ts'

/** One end of a price range as typed, with its error. */
export interface PriceBound {
  text: string
  amount: number | null
  error?: string | undefined
}

export interface PriceRange {
  minPrice: PriceBound
  maxPrice: PriceBound
}

export const BOUND_NAMES = { minPrice: 'From', maxPrice: 'To' } as const

const MAX_TEXT = 40

export function priceRangeOf(params: URLSearchParams): PriceRange {
  const [minPrice, maxPrice] = [boundOf(params.get('minPrice')), boundOf(params.get('maxPrice'))]
  const [min, max] = [minPrice.amount, maxPrice.amount]
  if (min === null || max === null || min <= max) return { minPrice, maxPrice }
  const error = `Enter at least ${money(min)}, the lowest price`
  return { minPrice, maxPrice: { ...maxPrice, error } }
}

function boundOf(typed: string | null): PriceBound {
  const text = (typed ?? '').trim().slice(0, MAX_TEXT)
  if (text === '') return { text, amount: null }
  const amount = readAmount(text)
  if (amount === null) return { text, amount, error: AMOUNT_HELP }
  if (amount > MAX_PRICE)
    return { text, amount: null, error: `Enter at most ${MAX_PRICE.toLocaleString('en-US')}` }
  return { text, amount }
}

export function rangeErrors(range: PriceRange): [name: keyof PriceRange, error: string][] {
  return (['minPrice', 'maxPrice'] as const).flatMap((name) => {
    const { error } = range[name]
    return error === undefined ? [] : [[name, error]]
  })
}

export function isInvalid({ minPrice, maxPrice }: PriceRange): boolean {
  return [minPrice, maxPrice].some(({ text, amount }) => text !== '' && amount === null)
}

import type { useFetchers } from '@remix-run/react'
import type { CartResponse } from '@shop/shared/contracts'
import {
  FREE_SHIPPING_FROM,
  MAXIMUM_TOTAL,
  MAX_LINES,
  MINIMUM_TOTAL,
  shippingFor,
  toDecimal,
  toMinorUnits,
} from '@shop/shared/contracts'
import { money } from './money.ts'

export type CartItem = CartResponse['items'][number]

/** The lines as they will be once what was pressed has arrived. */
export function expected(items: CartItem[], fetchers: ReturnType<typeof useFetchers>): CartItem[] {
  const changes = new Map<string, number>()
  for (const { formData } of fetchers) {
    const productId = formData?.get('productId')
    if (typeof productId !== 'string') continue
    if (formData?.get('intent') === 'set') changes.set(productId, Number(formData.get('quantity')))
  }
  return items
    .map((item) => ({ ...item, quantity: changes.get(item.productId) ?? item.quantity }))
    .filter(({ quantity }) => quantity > 0)
}

/** What an order of these lines comes to, as the orders service counts it; sold-out lines are left out. */
export function totalsOf(items: CartItem[]) {
  const bought = items.filter(({ drift }) => drift !== 'gone')
  const cents = bought.reduce((sum, { price, quantity }) => sum + toMinorUnits(price) * quantity, 0)
  const shipping = cents === 0 ? 0 : shippingFor(cents)
  return {
    pieces: bought.reduce((sum, { quantity }) => sum + quantity, 0),
    goods: toDecimal(cents),
    shipping: toDecimal(shipping),
    total: toDecimal(cents + shipping),
    untilFree: toDecimal(Math.max(0, FREE_SHIPPING_FROM - cents)),
  }
}

/** Why these lines cannot be ordered together, as the orders service decides it; null when they can. */
export function limitOn(items: CartItem[]): string | null {
  const bought = items.filter(({ drift }) => drift !== 'gone')
  const total = toMinorUnits(totalsOf(bought).total)
  if (bought.length > MAX_LINES)
    return `An order holds at most ${MAX_LINES} different products. Remove some and order them later.`
  if (total > MAXIMUM_TOTAL)
    return `An order comes to at most ${money(toDecimal(MAXIMUM_TOTAL))}. Take some out and order them later.`
  if (bought.length > 0 && total < MINIMUM_TOTAL)
    return `An order comes to at least ${money(toDecimal(MINIMUM_TOTAL))}. Add something more.`
  return null
}

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
import { money } from '../lib/money.ts'

export type CartItem = CartResponse['items'][number]

/** The lines with all pending changes applied. */
export function optimisticLines(
  items: CartItem[],
  fetchers: ReturnType<typeof useFetchers>,
): CartItem[] {
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

/** Totals as the orders service computes them; sold-out lines don't count. */
export function totalsOf(items: CartItem[]) {
  const bought = items.filter(({ drift }) => drift !== 'gone')
  const cents = bought.reduce((sum, { price, quantity }) => sum + toMinorUnits(price) * quantity, 0)
  const shipping = cents === 0 ? 0 : shippingFor(cents)
  return {
    itemCount: bought.reduce((sum, { quantity }) => sum + quantity, 0),
    subtotal: toDecimal(cents),
    shipping: toDecimal(shipping),
    total: toDecimal(cents + shipping),
    untilFree: toDecimal(Math.max(0, FREE_SHIPPING_FROM - cents)),
  }
}

/** Why the orders service would refuse these lines together; null if it wouldn't. */
export function orderLimit(items: CartItem[]): string | null {
  const bought = items.filter(({ drift }) => drift !== 'gone')
  const total = toMinorUnits(totalsOf(bought).total)
  if (bought.length > MAX_LINES)
    return `An order can have at most ${MAX_LINES} different products. Remove some and order them separately.`
  if (total > MAXIMUM_TOTAL)
    return `An order can total at most ${money(toDecimal(MAXIMUM_TOTAL))}. Remove some items and order them separately.`
  if (bought.length > 0 && total < MINIMUM_TOTAL)
    return `An order must total at least ${money(toDecimal(MINIMUM_TOTAL))}. Add something else.`
  return null
}

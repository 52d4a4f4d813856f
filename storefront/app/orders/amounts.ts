import { toDecimal, toMinorUnits, type OrderResponse } from '@shop/shared/contracts'
import type { Amounts } from '../ui/totals.tsx'

/** What an order comes to. */
export function amountsOf({
  items,
  shipping,
  total,
}: Pick<OrderResponse, 'items' | 'shipping' | 'total'>): Amounts {
  return {
    pieces: items.reduce((sum, { quantity }) => sum + quantity, 0),
    goods: toDecimal(toMinorUnits(total) - toMinorUnits(shipping)),
    shipping,
    total,
  }
}

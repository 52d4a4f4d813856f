import { toDecimal, toMinorUnits, type OrderResponse } from '@shop/shared/contracts'
import type { Amounts } from '../ui/totals.tsx'

export function amountsOf({
  items,
  shipping,
  total,
}: Pick<OrderResponse, 'items' | 'shipping' | 'total'>): Amounts {
  return {
    itemCount: items.reduce((sum, { quantity }) => sum + quantity, 0),
    subtotal: toDecimal(toMinorUnits(total) - toMinorUnits(shipping)),
    shipping,
    total,
  }
}

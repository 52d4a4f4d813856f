import type { EventItem } from '@shop/shared/contracts'
import type { CartLine } from '../shared-code.ts'

/** What every product costs, in minor units. */
export const PRICE = 100

/** A product that is in every cart and in no order. */
export const OTHER = 'other'

/** A line of an order. */
export function itemOf(productId: string, quantity: number): EventItem {
  return { productId, title: productId, price: PRICE / 100, quantity, sellerId: 'seller' }
}

/** A line of a cart. */
export function cartLineOf(productId: string, quantity: number): CartLine {
  return { productId, quantity, seenPrice: PRICE }
}

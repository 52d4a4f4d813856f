import type { EventItem } from '@shop/shared/contracts'
import type { CartLine } from '../shared-code.ts'

/** The price of every product, in minor units. */
export const PRICE = 100

/** A product in every cart and in no order. */
export const OTHER = 'other'

export function itemOf(productId: string, quantity: number): EventItem {
  return {
    productId,
    title: productId,
    price: PRICE / 100,
    quantity,
    sellerId: productId === 'p1' ? 's1' : 's2',
  }
}

export function cartLineOf(productId: string, quantity: number): CartLine {
  return { productId, quantity, seenPrice: PRICE }
}

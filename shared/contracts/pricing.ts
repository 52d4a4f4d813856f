/** The lowest price of a product, in decimal USD. */
export const MIN_PRICE = 0.01

/** The highest price of a product, in decimal USD. */
export const MAX_PRICE = 999_999.99

/** The lowest total of an order, in minor units: Stripe's smallest charge in USD. */
export const MINIMUM_TOTAL = 50

/** The highest total of an order, in minor units: Stripe's largest charge in USD. */
export const MAXIMUM_TOTAL = 99_999_999

/** What shipping costs, in minor units. */
const SHIPPING = 490

/** From this amount of goods on, in minor units, shipping is free. */
export const FREE_SHIPPING_FROM = 6000

/** The shipping of goods of this amount; both in minor units. */
export function shippingFor(goods: number): number {
  return goods >= FREE_SHIPPING_FROM ? 0 : SHIPPING
}

/** How long an order can be paid for. */
export const ORDER_LIFE_MS = 24 * 3600 * 1000

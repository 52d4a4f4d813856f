import { SHOP, arrivalRange, dayRangeText } from '@shop/shared/contracts'

/** When a paid order arrives, December 3–7: by default what is paid now, in the shop's own country. */
export function arrivalText(country: string = SHOP.country, paidAt = new Date()): string {
  return dayRangeText(arrivalRange(paidAt, country))
}

import type { OrderResponse } from '@shop/shared/contracts'

const CARD_NAMES: Record<string, string> = {
  visa: 'Visa',
  mastercard: 'Mastercard',
  amex: 'American Express',
  discover: 'Discover',
}

/** Visa ending 4242. */
export function cardText({ brand, last4 }: NonNullable<OrderResponse['payment']>): string {
  return `${CARD_NAMES[brand] ?? 'Card'} ending ${last4}`
}

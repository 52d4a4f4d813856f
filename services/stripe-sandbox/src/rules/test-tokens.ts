import type { Card } from './cards.ts'

const NUMBERS: Record<string, string> = {
  visa: '4242424242424242',
  visa_debit: '4000056655665556',
  mastercard: '5555555555554444',
  mastercard_debit: '5200828282828210',
  mastercard_prepaid: '5105105105105100',
  amex: '378282246310005',
  discover: '6011111111111117',
  diners: '3056930009020004',
  jcb: '3566002020360505',
  unionpay: '6200000000000005',
  pendingRefund: '4000000000007726',
  refundFail: '4000000000005126',
  createDispute: '4000000000000259',
  chargeDeclined: '4000000000000002',
  chargeDeclinedInsufficientFunds: '4000000000009995',
  chargeDeclinedLostCard: '4000000000009987',
  chargeDeclinedStolenCard: '4000000000009979',
  chargeDeclinedExpiredCard: '4000000000000069',
  chargeDeclinedIncorrectCvc: '4000000000000127',
  chargeDeclinedProcessingError: '4000000000000119',
  authenticationRequired: '4000002760003184',
  authenticationRequiredOnSetup: '4000002500003155',
  authenticationRequiredChargeDeclinedInsufficientFunds: '4000008260003178',
}

/** The card of a built-in `tok_…` or `pm_card_…`, which can be used any number of times. */
export function testCard(id: string, today: Date): Card | null {
  const name = /^(?:tok|pm_card)_(?:visa_(?=charge))?(\w+)$/.exec(id)?.[1]
  const number = name === undefined ? undefined : NUMBERS[name]
  if (number === undefined) return null
  return { number, expMonth: 12, expYear: today.getUTCFullYear() + 3, cvc: '123' }
}

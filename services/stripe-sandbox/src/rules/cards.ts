import { cardError, type ApiError } from './api-error.ts'
import { brandOf, hasValidCheckDigit } from './card-number.ts'

/** How a test card behaves; with `authenticate` after 3D Secure. */
export interface Behavior {
  authenticate: boolean
  decline: Decline | null
}

export interface Decline {
  code: string
  decline_code: string
  message: string
}

export interface Card {
  number: string
  expMonth: number
  expYear: number
  cvc: string | null
}

const declined = (decline_code: string, message = 'Your card was declined.'): Decline => ({
  code: 'card_declined',
  decline_code,
  message,
})

const own = (code: string, message: string): Decline => ({ code, decline_code: code, message })

const INSUFFICIENT = declined('insufficient_funds', 'Your card has insufficient funds.')

const DECLINES: Record<string, Decline> = {
  '4000000000000002': declined('generic_decline'),
  '4000000000009995': INSUFFICIENT,
  '4000000000009987': declined('lost_card'),
  '4000000000009979': declined('stolen_card'),
  '4000000000000069': own('expired_card', 'Your card has expired.'),
  '4000000000000127': own('incorrect_cvc', "Your card's security code is incorrect."),
  '4000000000000119': own(
    'processing_error',
    'An error occurred while processing your card. Try again in a little bit.',
  ),
}

const AUTHENTICATED: Record<string, Decline | null> = {
  '4000002760003184': null,
  '4000002500003155': null,
  '4000008260003178': INSUFFICIENT,
}

/** What becomes of refunds to a test card: the status at first, and the one that follows some time later. */
export interface RefundPlan {
  status: RefundStatus
  later?: RefundStatus
}

export type RefundStatus = 'pending' | 'succeeded' | 'failed' | 'canceled'

const REFUND_PLANS: Record<string, RefundPlan> = {
  '4000000000007726': { status: 'pending', later: 'succeeded' },
  '4000000000005126': { status: 'succeeded', later: 'failed' },
}

const DISPUTED = '4000000000000259'

const ACCEPTED = new Set([
  ...Object.keys(REFUND_PLANS),
  DISPUTED,
  '4242424242424242',
  '4000056655665556',
  '5555555555554444',
  '2223003122003222',
  '5200828282828210',
  '5105105105105100',
  '378282246310005',
  '371449635398431',
  '6011111111111117',
  '6011000990139424',
  '3056930009020004',
  '36227206271667',
  '3566002020360505',
  '6200000000000005',
])

/** The decline of a card that requires authentication when the customer is absent. */
export const AUTHENTICATION_REQUIRED: Decline = {
  code: 'authentication_required',
  decline_code: 'authentication_required',
  message: 'Your card was declined. This transaction requires authentication.',
}

/** Whether a number is a Stripe test card. */
export function isTestCard(number: string): boolean {
  return ACCEPTED.has(number) || number in DECLINES || number in AUTHENTICATED
}

/** What becomes of refunds to a card. */
export function refundPlanOf(number: string): RefundPlan {
  return REFUND_PLANS[number] ?? { status: 'succeeded' }
}

/** Whether payments by this card are disputed as fraudulent once they are captured. */
export function isDisputed(number: string): boolean {
  return number === DISPUTED
}

/** The behavior of a card number; other numbers than test cards are declined. */
export function behaviorOf(number: string): Behavior {
  const authenticated = AUTHENTICATED[number]
  if (authenticated !== undefined) return { authenticate: true, decline: authenticated }
  if (ACCEPTED.has(number)) return { authenticate: false, decline: null }
  return { authenticate: false, decline: DECLINES[number] ?? declined('test_mode_live_card') }
}

/** The first error of a raw card on a given day. */
export function cardErrorOf(card: Card, today: Date, param = 'card'): ApiError | null {
  const error = (code: string, field: string, what: string) =>
    cardError(`Your card's ${what} is invalid.`, { code, param: `${param}[${field}]` })
  if (!/^\d{12,19}$/.test(card.number) || !hasValidCheckDigit(card.number))
    return cardError('Your card number is incorrect.', {
      code: 'incorrect_number',
      param: `${param}[number]`,
    })
  const expiry = expiryError(card, today)
  if (expiry === 'month') return error('invalid_expiry_month', 'exp_month', 'expiration month')
  if (expiry === 'year') return error('invalid_expiry_year', 'exp_year', 'expiration year')
  return hasValidCvc(card) ? null : error('invalid_cvc', 'cvc', 'security code')
}

function expiryError({ expMonth, expYear }: Card, today: Date): 'month' | 'year' | null {
  if (expMonth < 1 || expMonth > 12) return 'month'
  const years = expYear - today.getUTCFullYear()
  if (years < 0 || years > 50) return 'year'
  return years === 0 && expMonth <= today.getUTCMonth() ? 'month' : null
}

function hasValidCvc({ cvc, number }: Card): boolean {
  if (cvc === null) return true
  return (brandOf(number) === 'amex' ? /^\d{3,4}$/ : /^\d{3}$/).test(cvc)
}

import type { Database } from 'bun:sqlite'
import type { Stripe } from 'stripe'
import * as v from 'valibot'
import { cardOf, storeCard, markUsed } from '../ledger/cards.ts'
import { find, save } from '../ledger/objects.ts'
import { invalidRequest, noSuch } from '../rules/api-error.ts'
import { cardErrorOf, type Card } from '../rules/cards.ts'
import { NO_BILLING_DETAILS, newPaymentMethod } from '../rules/payment-method.ts'
import { testCard } from '../rules/test-tokens.ts'
import { address, changeMetadata, group, integer, metadata, oneOf, orNull, text } from './fields.ts'

const year = v.pipe(
  integer,
  v.transform((value) => (value < 100 ? 2000 + value : value)),
)

/** The parameters of a raw card. */
export const typedCard = {
  number: text,
  exp_month: integer,
  exp_year: year,
  cvc: v.exactOptional(text),
}

const billingDetails = group({
  address: v.optional(v.nullable(address), null),
  email: orNull,
  name: orNull,
  phone: orNull,
  tax_id: orNull,
})

const tokenCard = group({ token: text })
const rawCard = group(typedCard)
const isTokenized = (input: unknown) =>
  typeof input === 'object' && input !== null && 'token' in input

/** The parameters that describe a new PaymentMethod. */
export const methodEntries = {
  type: oneOf('card'),
  card: v.lazy((input) => (isTokenized(input) ? tokenCard : rawCard)),
  billing_details: v.exactOptional(billingDetails),
  metadata: v.exactOptional(metadata),
}

/** A new PaymentMethod inside another call's parameters. */
export const methodData = group(methodEntries)
export type MethodData = v.InferOutput<typeof methodData>
type TypedCard = Exclude<MethodData['card'], { token: string }>

/** The parameters that choose a card; at most one may be given. */
export const methodChoice = {
  payment_method: v.exactOptional(text),
  payment_method_data: v.exactOptional(methodData),
}

/** The card of raw fields; throws when they are invalid. */
export function checkedCard(typed: TypedCard, param: string): Card {
  const { number, exp_month, exp_year, cvc = null } = typed
  const card: Card = {
    number: number.replaceAll(/[\s-]/g, ''),
    expMonth: exp_month,
    expYear: exp_year,
    cvc,
  }
  const error = cardErrorOf(card, new Date(), param)
  if (error !== null) throw error
  return card
}

/** Creates a PaymentMethod from a card token or raw fields. */
export function createMethod(db: Database, data: MethodData, param: string): Stripe.PaymentMethod {
  const { card } = data
  const chosen =
    'token' in card ? cardOfToken(db, card.token, `${param}[token]`) : checkedCard(card, param)
  const billing = data.billing_details ?? NO_BILLING_DETAILS
  const method = newPaymentMethod(chosen, billing, changeMetadata({}, data.metadata))
  return storeMethod(db, chosen, method)
}

function storeMethod(db: Database, card: Pick<Card, 'number'>, method: Stripe.PaymentMethod) {
  save(db, method)
  storeCard(db, method.id, card.number)
  return method
}

/** A stored PaymentMethod, or a new one for a built-in `pm_card_…`. */
export function methodOf(db: Database, id: string, param = 'id'): Stripe.PaymentMethod {
  const card = testCard(id, new Date())
  if (card !== null && id.startsWith('pm_'))
    return storeMethod(db, card, newPaymentMethod(card, NO_BILLING_DETAILS, {}))
  const method = find(db, 'payment_method', id)
  if (method === undefined) throw noSuch('payment_method', id, param)
  return method
}

/** A PaymentMethod that was not charged yet: without a customer it pays only once. */
export function unusedMethod(db: Database, id: string): Stripe.PaymentMethod {
  const method = methodOf(db, id, 'payment_method')
  if (cardOf(db, method.id)?.used === 1)
    throw invalidRequest(
      'The provided PaymentMethod was previously used with a PaymentIntent without Customer attachment, shared with a connected account without Customer attachment, or was detached from a Customer. It may not be used again. To use a PaymentMethod multiple times, you must attach it to a Customer first.',
      { param: 'payment_method' },
    )
  return method
}

/** The card of a token; uses the token up unless it is built in. */
function cardOfToken(db: Database, id: string, param: string): Card {
  const builtIn = id.startsWith('tok_') ? testCard(id, new Date()) : null
  if (builtIn !== null) return builtIn
  const token = find(db, 'token', id)
  const stored = cardOf(db, id)
  if (token?.card === undefined || stored === null) throw noSuch('token', id, param)
  if (token.used)
    throw invalidRequest(`You cannot use a Stripe token more than once: ${id}.`, {
      code: 'token_already_used',
      param,
    })
  markUsed(db, id)
  save(db, { ...token, used: true })
  const { exp_month: expMonth, exp_year: expYear } = token.card
  return { number: stored.number, expMonth, expYear, cvc: token.card.cvc_check }
}

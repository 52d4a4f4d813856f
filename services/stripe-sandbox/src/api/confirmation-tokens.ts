import type { Database } from 'bun:sqlite'
import type { Stripe } from 'stripe'
import * as v from 'valibot'
import { cardOf, storeCard } from '../ledger/cards.ts'
import { find, save } from '../ledger/objects.ts'
import { invalidRequest, noSuch } from '../rules/api-error.ts'
import { newId, nowInSeconds } from '../rules/ids.ts'
import { defineCall, ok } from './call.ts'
import { createMethod, methodChoice, methodData, methodOf } from './card-method.ts'
import { parameters, recipient, webAddress } from './fields.ts'

const LIFETIME_SECONDS = 12 * 3600

const purpose = {
  return_url: v.exactOptional(webAddress),
  shipping: v.exactOptional(recipient),
}
const tokenParams = parameters({ ...methodChoice, ...purpose })
type Purpose = Pick<v.InferOutput<typeof tokenParams>, keyof typeof purpose>

/** The token that Stripe.js creates from a typed-in card. */
export const createTypedConfirmationToken = defineCall({
  publishable: true,
  schema: parameters({ ...purpose, payment_method_data: methodData }),
  run: ({ db, params }) =>
    issueToken(
      db,
      createMethod(db, params.payment_method_data, 'payment_method_data[card]'),
      params,
    ),
})

/** A token like the Payment Element's, for tests without a browser. */
export const createConfirmationToken = defineCall({
  schema: tokenParams,
  run: ({ db, params }) => {
    const method =
      params.payment_method_data === undefined
        ? methodOf(db, params.payment_method ?? 'pm_card_visa', 'payment_method')
        : createMethod(db, params.payment_method_data, 'payment_method_data[card]')
    return issueToken(db, method, params)
  },
})

export const retrieveConfirmationToken = defineCall({
  schema: parameters({}),
  run: ({ db, id }) => ok(find(db, 'confirmation_token', id) ?? missing(id)),
})

function issueToken(db: Database, method: Stripe.PaymentMethod, request: Purpose) {
  const token = newConfirmationToken(method, request)
  save(db, token)
  storeCard(db, token.id, cardOf(db, method.id)?.number ?? '')
  return ok(token)
}

function newConfirmationToken(
  { id: _id, object: _object, created: _created, livemode, ...preview }: Stripe.PaymentMethod,
  { return_url, shipping }: Purpose,
): Stripe.ConfirmationToken {
  const created = nowInSeconds()
  return {
    id: newId('ctoken'),
    object: 'confirmation_token',
    created,
    expires_at: created + LIFETIME_SECONDS,
    livemode,
    mandate_data: null,
    metadata: null,
    payment_intent: null,
    payment_method_options: { card: { cvc_token: null } },
    payment_method_preview: preview,
    return_url: return_url ?? null,
    setup_future_usage: null,
    setup_intent: null,
    shipping: shipping ?? null,
    use_stripe_sdk: true,
  }
}

/** Turns a ConfirmationToken into its PaymentMethod; each confirms one intent, once. */
export function redeem(db: Database, id: string, intentId: string) {
  const token = find(db, 'confirmation_token', id)
  if (token?.payment_method_preview == null)
    throw noSuch('confirmation_token', id, 'confirmation_token')
  if (token.payment_intent !== null)
    throw invalidRequest(`This ConfirmationToken (${id}) has already been used.`, {
      param: 'confirmation_token',
    })
  if ((token.expires_at ?? 0) < nowInSeconds())
    throw invalidRequest(`This ConfirmationToken (${id}) has expired.`, {
      param: 'confirmation_token',
    })
  save(db, { ...token, payment_intent: intentId, expires_at: null })
  const method = {
    ...token.payment_method_preview,
    id: newId('pm'),
    object: 'payment_method',
    created: nowInSeconds(),
    livemode: false,
    metadata: {},
  } as Stripe.PaymentMethod
  save(db, method)
  storeCard(db, method.id, cardOf(db, id)?.number ?? '')
  const { return_url: returnUrl, shipping, use_stripe_sdk: isSdk } = token
  return { method, returnUrl, shipping, isSdk }
}

function missing(id: string): never {
  throw noSuch('confirmation_token', id)
}

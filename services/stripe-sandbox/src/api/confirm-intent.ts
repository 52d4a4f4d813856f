import type { Database } from 'bun:sqlite'
import type { Stripe } from 'stripe'
import * as v from 'valibot'
import { cardOf, markUsed } from '../ledger/cards.ts'
import { openChallenge } from '../ledger/challenges.ts'
import { requireAllowed, unexpectedState } from '../rules/allowed-statuses.ts'
import { invalidRequest } from '../rules/api-error.ts'
import { behaviorOf } from '../rules/cards.ts'
import { confirm } from '../rules/confirm.ts'
import { newId } from '../rules/ids.ts'
import type { Step } from '../rules/step.ts'
import { applyStep } from './apply-step.ts'
import { defineCall, type CallResult, type CallContext } from './call.ts'
import { createMethod, methodChoice, methodOf, unusedMethod } from './card-method.ts'
import { redeem } from './confirmation-tokens.ts'
import { boolean, group, parameters, shipping, text, webAddress } from './fields.ts'
import { requireObject } from './lists.ts'

/** The parameters of a confirmation, alone or within a creation. */
export const confirmEntries = {
  ...methodChoice,
  confirmation_token: v.exactOptional(text),
  error_on_requires_action: v.exactOptional(boolean),
  off_session: v.exactOptional(boolean),
  return_url: v.exactOptional(webAddress),
  use_stripe_sdk: v.exactOptional(boolean),
}

const confirmParams = group(confirmEntries)
type ConfirmParams = v.InferOutput<typeof confirmParams>

interface Chosen {
  method: Stripe.PaymentMethod
  returnUrl?: string | null
  shipping?: Stripe.PaymentIntent.Shipping | null
  isSdk?: boolean
}

const KEY_LETTERS = 32

/** The card chosen by the parameters, if any. */
export function chooseMethod(
  db: Database,
  intent: Stripe.PaymentIntent,
  params: Pick<ConfirmParams, 'payment_method' | 'payment_method_data' | 'confirmation_token'>,
): Chosen | null {
  const { payment_method, payment_method_data, confirmation_token } = params
  const given = { payment_method, payment_method_data, confirmation_token }
  const names = Object.entries(given).flatMap(([name, value]) =>
    value === undefined ? [] : [name],
  )
  if (names.length > 1)
    throw invalidRequest(`You may only specify one of these parameters: ${names.join(', ')}.`, {
      code: 'parameters_exclusive',
    })
  if (confirmation_token !== undefined) return redeem(db, confirmation_token, intent.id)
  if (payment_method_data !== undefined)
    return { method: createMethod(db, payment_method_data, 'payment_method_data[card]') }
  return payment_method === undefined ? null : { method: unusedMethod(db, payment_method) }
}

export const confirmPaymentIntent = defineCall({
  fault: 'confirm',
  schema: parameters({
    ...confirmEntries,
    receipt_email: v.exactOptional(text),
    shipping: v.exactOptional(shipping),
  }),
  run: (context) => {
    const { expand: _, receipt_email, shipping: place, ...request } = context.params
    const before = requireObject(context.db, 'payment_intent', context.id)
    const intent = {
      ...before,
      ...(receipt_email !== undefined && { receipt_email }),
      ...(place !== undefined && { shipping: place }),
    }
    return confirmIntent(context, intent, request)
  },
})

/** Confirms an intent with the given card or the one attached to it. */
export function confirmIntent(
  context: CallContext,
  intent: Stripe.PaymentIntent,
  params: ConfirmParams,
): CallResult {
  requireAllowed('confirm', intent)
  const { db, publicUrl } = context
  const chosen = chooseMethod(db, intent, params) ?? attachedMethod(db, intent)
  const givenUrl = params.return_url ?? chosen.returnUrl ?? null
  requireReturnUrl(intent, givenUrl, params.use_stripe_sdk === true)
  const { method, shipping: place } = chosen
  const returnUrl = isForSdk(params, chosen) ? null : givenUrl
  const key = newId('challenge', KEY_LETTERS)
  const step = confirm(place ? { ...intent, shipping: place } : intent, {
    method,
    behavior: behaviorOf(cardOf(db, method.id)?.number ?? ''),
    errorOnAction: params.error_on_requires_action === true || params.off_session === true,
    returnUrl,
    challengeUrl: `${publicUrl}/3d-secure/${intent.id}?key=${key}`,
  })
  if (step.intent.status === 'requires_action')
    openChallenge(db, { key, paymentIntent: intent.id, returnUrl })
  return applyPayment(context, step, method)
}

/** Whether Stripe.js handles the next action instead of a redirect. */
function isForSdk(params: ConfirmParams, chosen: Chosen): boolean {
  return params.use_stripe_sdk ?? chosen.isSdk ?? false
}

/** Applies a step; marks a card that was charged as used. */
export function applyPayment(
  context: Pick<CallContext, 'db' | 'request'>,
  step: Step,
  method: Stripe.PaymentMethod,
): CallResult {
  if (step.charge?.paid === true) markUsed(context.db, method.id)
  return applyStep(context, step)
}

function attachedMethod(db: Database, intent: Stripe.PaymentIntent): Chosen {
  if (typeof intent.payment_method === 'string')
    return { method: methodOf(db, intent.payment_method) }
  throw unexpectedState(
    "You cannot confirm this PaymentIntent because it's missing a payment method. You can either update the PaymentIntent with a payment method and then confirm it again, or confirm it again directly with a payment method or ConfirmationToken.",
    intent,
  )
}

function requireReturnUrl(
  intent: Stripe.PaymentIntent,
  returnUrl: string | null,
  isSdk: boolean,
): void {
  if (intent.automatic_payment_methods?.allow_redirects !== 'always') return
  if (returnUrl === null && !isSdk)
    throw invalidRequest(
      "This PaymentIntent is configured to accept payment methods enabled in your Dashboard. Because some of these payment methods might redirect your customer off of your page, you must provide a `return_url`. If you don't want to accept redirect-based payment methods, set `automatic_payment_methods[enabled]` to `true` and `automatic_payment_methods[allow_redirects]` to `never` when creating Setup Intents and Payment Intents.",
    )
}

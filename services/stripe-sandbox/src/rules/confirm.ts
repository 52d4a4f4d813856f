import type { Stripe } from 'stripe'
import { cardError, docUrl } from './api-error.ts'
import { AUTHENTICATION_REQUIRED, type Behavior, type Decline } from './cards.ts'
import { newCharge } from './charge.ts'
import type { Step } from './step.ts'

export interface Confirmation {
  method: Stripe.PaymentMethod
  behavior: Behavior
  /** The customer cannot authenticate, so a card that requires it is declined. */
  errorOnAction: boolean
  returnUrl: string | null
  challengeUrl: string
}

/** Confirms an intent with a card: authorized, captured, declined, or sent to 3D Secure. */
export function confirm(intent: Stripe.PaymentIntent, request: Confirmation): Step {
  const { method, behavior } = request
  if (!behavior.authenticate) return charge(intent, method, behavior.decline)
  if (request.errorOnAction) return charge(intent, method, AUTHENTICATION_REQUIRED)
  return {
    intent: {
      ...intent,
      status: 'requires_action',
      payment_method: method.id,
      last_payment_error: null,
      next_action: nextAction(request),
    },
    movements: [],
    events: ['payment_intent.requires_action'],
  }
}

function nextAction({ returnUrl, challengeUrl }: Confirmation): Stripe.PaymentIntent.NextAction {
  if (returnUrl !== null)
    return {
      type: 'redirect_to_url',
      redirect_to_url: { return_url: returnUrl, url: challengeUrl },
    }
  return {
    type: 'use_stripe_sdk',
    use_stripe_sdk: { type: 'three_d_secure_redirect', stripe_js: challengeUrl },
  }
}

/** Ends a 3D Secure challenge: the card is charged, or the attempt fails. */
export function endChallenge(
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  decline: Decline | null,
  passed: boolean,
): Step {
  if (passed) return charge(intent, method, decline, true)
  const code = 'payment_intent_authentication_failure'
  return {
    intent: failed(intent, {
      type: 'invalid_request_error',
      code,
      doc_url: docUrl(code),
      message:
        'The provided PaymentMethod has failed authentication. You can provide payment_method_data or a new PaymentMethod to attempt to fulfill this PaymentIntent again.',
      payment_method: method,
    }),
    movements: [],
    events: ['payment_intent.payment_failed'],
  }
}

function charge(
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  decline: Decline | null,
  authenticated = false,
): Step {
  const made = newCharge(intent, method, decline, authenticated)
  if (decline !== null) return declined(intent, method, decline, made)
  const held: Stripe.PaymentIntent = {
    ...intent,
    payment_method: method.id,
    latest_charge: made.id,
    last_payment_error: null,
    next_action: null,
  }
  const { amount } = intent
  if (intent.capture_method === 'manual')
    return {
      intent: { ...held, status: 'requires_capture', amount_capturable: amount },
      charge: made,
      movements: [{ kind: 'authorised', amount }],
      events: ['charge.succeeded', 'payment_intent.amount_capturable_updated'],
    }
  return {
    intent: { ...held, status: 'succeeded', amount_received: amount },
    charge: { ...made, captured: true, amount_captured: amount },
    movements: [
      { kind: 'authorised', amount },
      { kind: 'captured', amount },
    ],
    events: ['charge.succeeded', 'payment_intent.succeeded'],
  }
}

function declined(
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  decline: Decline,
  made: Stripe.Charge,
): Step {
  const { message, ...codes } = decline
  const after: Stripe.PaymentIntent = {
    ...failed(intent, {
      type: 'card_error',
      ...codes,
      charge: made.id,
      doc_url: docUrl(decline.code),
      message,
      payment_method: method,
    }),
    latest_charge: made.id,
  }
  const details = { charge: made.id, payment_intent: after, payment_method: method }
  return {
    intent: after,
    charge: made,
    movements: [],
    events: ['charge.failed', 'payment_intent.payment_failed'],
    error: cardError(message, { ...codes, ...details }),
  }
}

function failed(
  intent: Stripe.PaymentIntent,
  error: Stripe.PaymentIntent.LastPaymentError,
): Stripe.PaymentIntent {
  return {
    ...intent,
    status: 'requires_payment_method',
    payment_method: null,
    next_action: null,
    last_payment_error: error,
  }
}

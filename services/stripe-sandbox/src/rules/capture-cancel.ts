import type { Stripe } from 'stripe'
import { requireAllowed } from './allowed-statuses.ts'
import { requireAtLeastOne } from './amounts.ts'
import { invalidRequest } from './api-error.ts'
import { nowInSeconds } from './ids.ts'
import type { Step } from './step.ts'

/** Captures the authorized amount or less; releases the rest. */
export function capture(
  intent: Stripe.PaymentIntent,
  charge: Stripe.Charge | undefined,
  amount = intent.amount_capturable,
): Step {
  requireHeld(intent, charge)
  requireAtLeastOne(amount, 'amount_to_capture')
  if (amount > intent.amount_capturable)
    throw invalidRequest(
      'The requested capture amount is greater than the amount you can capture for this charge.',
      { code: 'amount_too_large', param: 'amount_to_capture' },
    )
  const rest = intent.amount_capturable - amount
  return {
    intent: { ...intent, status: 'succeeded', amount_capturable: 0, amount_received: amount },
    charge: { ...charge, captured: true, amount_captured: amount },
    movements: [
      { kind: 'captured', amount },
      ...(rest > 0 ? [{ kind: 'released' as const, amount: rest }] : []),
    ],
    events: ['charge.captured', 'payment_intent.succeeded'],
  }
}

/** Cancels an uncaptured intent and releases its authorization. */
export function cancel(
  intent: Stripe.PaymentIntent,
  reason: Stripe.PaymentIntent.CancellationReason | null,
): Step {
  requireAllowed('cancel', intent)
  const held = intent.amount_capturable
  return {
    intent: {
      ...intent,
      status: 'canceled',
      amount_capturable: 0,
      canceled_at: nowInSeconds(),
      cancellation_reason: reason,
      next_action: null,
    },
    movements: held > 0 ? [{ kind: 'released', amount: held }] : [],
    events: ['payment_intent.canceled'],
  }
}

function requireHeld(
  intent: Stripe.PaymentIntent,
  charge: Stripe.Charge | undefined,
): asserts charge is Stripe.Charge {
  requireAllowed('capture', intent)
  if (charge === undefined) throw new Error(`${intent.id} has an authorization without a charge`)
}

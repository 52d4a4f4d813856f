import type { Stripe } from 'stripe'
import { requireAllowed, isAllowed } from './allowed-statuses.ts'
import { toText } from './amounts.ts'
import { invalidRequest } from './api-error.ts'
import { newId, nowInSeconds } from './ids.ts'
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

export interface RefundRequest {
  amount?: number
  reason?: Stripe.Refund.Reason
  metadata?: Stripe.Metadata
}

/** Refunds a captured amount, by default all that is left. */
export function refund(
  intent: Stripe.PaymentIntent,
  charge: Stripe.Charge | undefined,
  request: RefundRequest,
): Step {
  requireRefundable(intent, charge)
  const left = charge.amount_captured - charge.amount_refunded
  const amount = request.amount ?? left
  requireAtLeastOne(amount, 'amount')
  if (amount > left)
    throw invalidRequest(
      `Refund amount (${toText(amount, charge.currency)}) is greater than unrefunded amount on charge (${toText(left, charge.currency)})`,
      { param: 'amount' },
    )
  const given = charge.amount_refunded + amount
  return {
    intent,
    charge: { ...charge, amount_refunded: given, refunded: given === charge.amount_captured },
    refund: newRefund(charge, amount, request),
    movements: [{ kind: 'refunded', amount }],
    events: ['refund.created', 'charge.refunded'],
  }
}

function requireHeld(
  intent: Stripe.PaymentIntent,
  charge: Stripe.Charge | undefined,
): asserts charge is Stripe.Charge {
  requireAllowed('capture', intent)
  if (charge === undefined) throw new Error(`${intent.id} has an authorization without a charge`)
}

function requireRefundable(
  intent: Stripe.PaymentIntent,
  charge: Stripe.Charge | undefined,
): asserts charge is Stripe.Charge {
  if (intent.status === 'requires_capture')
    throw invalidRequest(
      `This uncaptured Charge was created by a PaymentIntent (${intent.id}). You must cancel the PaymentIntent to reverse the authorization instead of refunding the Charge directly.`,
    )
  if (charge === undefined || !isAllowed('refund', intent))
    throw invalidRequest(
      `This PaymentIntent (${intent.id}) does not have a successful charge to refund.`,
    )
  if (charge.refunded)
    throw invalidRequest(`Charge ${charge.id} has already been refunded.`, {
      code: 'charge_already_refunded',
    })
}

function requireAtLeastOne(amount: number, param: string): void {
  if (amount < 1)
    throw invalidRequest('This value must be greater than or equal to 1.', {
      code: 'parameter_invalid_integer',
      param,
    })
}

function newRefund(charge: Stripe.Charge, amount: number, request: RefundRequest): Stripe.Refund {
  return {
    id: newId('re'),
    object: 'refund',
    amount,
    balance_transaction: null,
    charge: charge.id,
    created: nowInSeconds(),
    currency: charge.currency,
    customer: null,
    customer_account: null,
    destination_details: { type: 'card', card: { type: 'refund', reference_status: 'pending' } },
    metadata: request.metadata ?? {},
    payment_intent: charge.payment_intent,
    payment_method: charge.payment_method,
    reason: request.reason ?? null,
    receipt_number: null,
    source_transfer_reversal: null,
    status: 'succeeded',
    transfer_reversal: null,
  }
}

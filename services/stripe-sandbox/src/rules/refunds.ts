import type { Stripe } from 'stripe'
import { isAllowed } from './allowed-statuses.ts'
import { requireAtLeastOne, toText } from './amounts.ts'
import { invalidRequest } from './api-error.ts'
import type { RefundStatus } from './cards.ts'
import { newId, nowInSeconds } from './ids.ts'
import type { EventType, Step } from './step.ts'

const FAILURE = 'expired_or_canceled_card'
type RefundStep = Step & { refund: Stripe.Refund }

const UPDATED: EventType[] = ['refund.updated', 'charge.refund.updated']
const FAILED: EventType[] = ['refund.failed', ...UPDATED]

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
  status: RefundStatus = 'succeeded',
): RefundStep {
  requireRefundable(intent, charge)
  const left = charge.amount_captured - charge.amount_refunded
  const amount = request.amount ?? left
  requireAtLeastOne(amount, 'amount')
  if (amount > left)
    throw invalidRequest(
      `Refund amount (${toText(amount, charge.currency)}) is greater than unrefunded amount on charge (${toText(left, charge.currency)})`,
      { param: 'amount' },
    )
  const made = { ...newRefund(charge, amount, request), status }
  if (status === 'failed')
    return {
      intent,
      refund: { ...made, failure_reason: FAILURE },
      movements: [],
      events: ['refund.created', ...FAILED],
    }
  return {
    intent,
    charge: withRefunded(charge, amount),
    refund: made,
    movements: [{ kind: 'refunded', amount }],
    events: ['refund.created', 'charge.refunded'],
  }
}

/** A refund succeeds that was pending, or fails that was pending or had succeeded: its money comes back. */
export function settleRefund(
  intent: Stripe.PaymentIntent,
  charge: Stripe.Charge,
  before: Stripe.Refund,
  status: RefundStatus,
): RefundStep {
  const { amount } = before
  if (status === 'succeeded')
    return { intent, refund: { ...before, status }, movements: [], events: UPDATED }
  return {
    intent,
    charge: withRefunded(charge, -amount),
    refund: { ...before, status, ...(status === 'failed' && { failure_reason: FAILURE }) },
    movements: [{ kind: 'refund_failed', amount }],
    events: status === 'failed' ? FAILED : UPDATED,
  }
}

/** Whether a refund may still get this status. */
export function maySettle(before: string | null, status: RefundStatus): boolean {
  if (before === 'succeeded') return status === 'failed'
  return before === 'pending' && status !== 'pending'
}

function withRefunded(charge: Stripe.Charge, change: number): Stripe.Charge {
  const given = charge.amount_refunded + change
  return { ...charge, amount_refunded: given, refunded: given === charge.amount_captured }
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
  if (charge.disputed)
    throw invalidRequest(`Charge ${charge.id} has been charged back; cannot issue a refund.`, {
      code: 'charge_disputed',
    })
  if (charge.refunded)
    throw invalidRequest(`Charge ${charge.id} has already been refunded.`, {
      code: 'charge_already_refunded',
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

import type { Stripe } from 'stripe'
import { newId, nowInSeconds } from './ids.ts'
import type { Step } from './step.ts'

/** The cardholder disputes a captured charge: it can no longer be refunded. */
export function dispute(intent: Stripe.PaymentIntent, charge: Stripe.Charge): Step {
  return {
    intent,
    charge: { ...charge, disputed: true },
    dispute: {
      id: newId('du'),
      object: 'dispute',
      amount: charge.amount_captured - charge.amount_refunded,
      charge: charge.id,
      created: nowInSeconds(),
      currency: charge.currency,
      is_charge_refundable: false,
      livemode: false,
      metadata: {},
      payment_intent: intent.id,
      reason: 'fraudulent',
      status: 'needs_response',
    },
    movements: [],
    events: ['charge.dispute.created'],
  }
}

import { expect, test } from 'bun:test'
import { STRIPE_EVENTS } from '@shop/shared/contracts'
import { PAYMENT_STATES, statesBefore, type PaymentState } from './payment.ts'
import { isRecorded, isRelevant } from './webhook.ts'

test('a hold is relevant while the payment is Pending, and when it should be released', () => {
  const held = 'payment_intent.amount_capturable_updated'
  expect(isRelevant(held, 'Pending')).toBe(true)
  expect(isRelevant(held, 'Cancelled')).toBe(true)
  expect(isRelevant(held, 'Authorized')).toBe(false)
  expect(isRelevant(held, 'Captured')).toBe(false)
})

test('other events are not relevant', () => {
  expect(isRelevant('charge.captured', 'Capturing')).toBe(false)
  expect(isRelevant('payment_intent.created', 'Pending')).toBe(false)
})

/** The states that a payment may reach from this one, and itself. */
function statesFrom(state: PaymentState): PaymentState[] {
  const next = PAYMENT_STATES.filter((to) => statesBefore(to).includes(state))
  return [state, ...next.flatMap(statesFrom)]
}

test.each(STRIPE_EVENTS)('what %s reports is no news once it is recorded', (type) => {
  const recorded = PAYMENT_STATES.filter((state) => isRecorded(type, state))
  // A cancellation knows the PaymentIntent and releases or refunds its money anyway.
  const later = recorded.flatMap(statesFrom).filter((state) => !state.startsWith('Cancel'))
  expect(later.filter((state) => isRelevant(type, state))).toEqual([])
})

test('another state of the payment says nothing about what a webhook reports', () => {
  expect(isRecorded('payment_intent.succeeded', 'Capturing')).toBe(false)
  expect(isRecorded('payment_intent.canceled', 'Cancelling')).toBe(false)
  expect(isRecorded('charge.refunded', 'Refunded')).toBe(false)
  expect(isRecorded('payment_intent.succeeded', undefined)).toBe(false)
})

import { expect, test } from 'bun:test'
import { isRelevant } from './webhook.ts'

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

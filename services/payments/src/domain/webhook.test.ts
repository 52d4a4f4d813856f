import { expect, test } from 'bun:test'
import { isRelevant } from './webhook.ts'

test('money that is held is news while nobody knows, and when it should have gone back', () => {
  const held = 'payment_intent.amount_capturable_updated'
  expect(isRelevant(held, 'Pending')).toBe(true)
  expect(isRelevant(held, 'Cancelled')).toBe(true)
  expect(isRelevant(held, 'Authorized')).toBe(false)
  expect(isRelevant(held, 'Captured')).toBe(false)
})

test('events of other things are no news', () => {
  expect(isRelevant('charge.captured', 'Capturing')).toBe(false)
  expect(isRelevant('payment_intent.created', 'Pending')).toBe(false)
})

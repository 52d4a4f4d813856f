import { expect, test } from 'bun:test'
import { isNews } from './webhook.ts'

test('money that is held is news while nobody knows, and when it should have gone back', () => {
  const held = 'payment_intent.amount_capturable_updated'
  expect(isNews(held, 'Pending')).toBe(true)
  expect(isNews(held, 'Cancelled')).toBe(true)
  expect(isNews(held, 'Authorized')).toBe(false)
  expect(isNews(held, 'Captured')).toBe(false)
})

test('events of other things are no news', () => {
  expect(isNews('charge.captured', 'Capturing')).toBe(false)
  expect(isNews('payment_intent.created', 'Pending')).toBe(false)
})

import { expect, test } from 'bun:test'
import { PAYMENT_STATES, outcomeOf, statesBefore } from './payment.ts'

test('a payment moves along the table and never backwards', () => {
  const moves = PAYMENT_STATES.flatMap((to) => statesBefore(to).map((from) => `${from} → ${to}`))
  expect(new Set(moves)).toEqual(
    new Set([
      'Pending → Authorized',
      'Authorized → Capturing',
      'Capturing → Captured',
      'Pending → Cancelling',
      'Authorized → Cancelling',
      'Capturing → Cancelling',
      'Cancelling → Cancelled',
      'Captured → Refunding',
      'Refunding → Refunded',
    ]),
  )
})

test('each state has an outcome for the payer', () => {
  expect(outcomeOf('Captured', undefined)).toEqual({ kind: 'succeeded' })
  expect(outcomeOf('Capturing', undefined)).toEqual({ kind: 'processing' })
  expect(outcomeOf('Cancelling', 'out_of_stock')).toEqual({ kind: 'ended', reason: 'out_of_stock' })
  expect(outcomeOf('Refunded', undefined)).toEqual({ kind: 'ended', reason: 'user' })
})

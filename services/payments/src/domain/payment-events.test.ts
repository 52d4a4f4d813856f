import { expect, test } from 'bun:test'
import { eventsOf } from './payment-events.ts'
import type { PaymentState } from './payment.ts'
import type { Refund } from './refund.ts'

const refund: Refund = {
  id: 'order-1',
  amount: 1000,
  items: [],
  restock: true,
  state: 'done',
  requested: true,
}
const foreign: Refund = { id: 're_1', amount: 500, items: [], restock: false, state: 'done' }

/** The events that a payment with these refunds still implies. */
function impliedBy(state: PaymentState, ...refunds: Refund[]): string[] {
  const payment = { _id: 'p', orderId: 'order', userId: 'u', items: [], state, refunds }
  return eventsOf(payment).map(({ subject, data }) =>
    'status' in data ? `${subject} ${data.status}` : subject,
  )
}

test.each([
  ['an open refund implies nothing', [{ ...refund, state: 'asked' }], []],
  ['a refund that was made', [refund], ['refund:ended done']],
  ['a failed one', [{ ...refund, state: 'failed' }], ['refund:ended failed']],
  ['a reversed one', [{ ...refund, reversed: true }], ['refund:ended reversed']],
  ['one of the dashboard', [foreign], ['payment:refunded']],
  [
    'one of the dashboard that was reversed',
    [{ ...foreign, reversed: true }],
    ['payment:refunded', 'refund:ended reversed'],
  ],
] as [string, Refund[], string[]][])('%s', (_, refunds, events) => {
  expect(impliedBy('Captured', ...refunds)).toEqual(['payment:created', ...events])
})

test('a payment that was never captured reports refunds by refund:ended: nothing was sold', () => {
  expect(impliedBy('Cancelled', foreign)).toEqual(['payment:cancelled', 'refund:ended done'])
  const failed: Refund = { ...refund, state: 'failed' }
  expect(impliedBy('Pending', failed)).toEqual(['refund:ended failed'])
})

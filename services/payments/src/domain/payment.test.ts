import { expect, test } from 'bun:test'
import fc from 'fast-check'
import { PAYMENT_STATES, outcomeOf, statesBefore, refundable, type Refund } from './payment.ts'

const item = (productId: string, quantity: number) => ({
  productId,
  title: productId,
  price: 10,
  quantity,
  sellerId: 'seller',
})

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

test('the remaining refundable amount is what no refund has returned', () => {
  const refund: Refund = {
    id: 'r',
    amount: 1000,
    items: [item('a', 1)],
    restock: true,
    state: 'done',
  }
  const payment = { total: 4000, items: [item('a', 3), item('b', 1)], refunds: [refund] }
  expect(refundable(payment)).toEqual({ amount: 3000, items: [item('a', 2), item('b', 1)] })
  const all = { ...refund, amount: 4000, items: payment.items }
  expect(refundable({ ...payment, refunds: [all] })).toEqual({ amount: 0, items: [] })
})

test('refunds and the remaining refundable amount add up to the payment', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 500 }), { maxLength: 5 }), (amounts) => {
      const refunds = amounts.map((amount, i): Refund => {
        return { id: String(i), amount, items: [], restock: false, state: 'done' }
      })
      const { amount } = refundable({ total: 5000, items: [], refunds })
      expect(amount + amounts.reduce((sum, given) => sum + given, 0)).toBe(5000)
    }),
  )
})

test('each state has an outcome for the payer', () => {
  expect(outcomeOf('Captured', undefined)).toEqual({ kind: 'succeeded' })
  expect(outcomeOf('Capturing', undefined)).toEqual({ kind: 'processing' })
  expect(outcomeOf('Cancelling', 'out_of_stock')).toEqual({ kind: 'ended', reason: 'out_of_stock' })
  expect(outcomeOf('Refunded', undefined)).toEqual({ kind: 'ended', reason: 'user' })
})

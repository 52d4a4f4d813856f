import { expect, test } from 'bun:test'
import { NOW } from './after-sale-history.ts'
import type { PaidOrder, Refund } from './after-sale.ts'
import { recordForeign, recordOutcome } from './refund-outcome.ts'

const refund: Refund = {
  id: 'r',
  lines: [],
  amount: 500,
  shipping: 0,
  restock: false,
  by: 'seller',
  status: 'Asked',
  at: NOW,
}
const order: PaidOrder = {
  _id: 'order',
  status: 'Complete',
  items: [],
  shipping: 0,
  total: 1000,
  parcels: [],
  returns: [],
  refunds: [],
}
const withRefund = (fields: Partial<Refund>): PaidOrder => {
  return { ...order, refunds: [{ ...refund, ...fields }] }
}
const reversed = { id: 'r', status: 'reversed', amount: 300 } as const

test.each(['Asked', 'Failed'] as const)(
  'a refund that is %s here and came back from the bank was done before',
  (status) => {
    const change = recordOutcome(withRefund({ status }), reversed, NOW)
    expect(change?.refunds).toMatchObject([{ status: 'Done', amount: 300, reversed: true }])
    expect(change?.entries).toMatchObject([{ what: 'refunded' }])
  },
)

test('a refund that came back once stays so, whatever arrives late', () => {
  const known = withRefund({ status: 'Done', reversed: true })
  for (const status of ['done', 'failed', 'reversed'] as const)
    expect(recordOutcome(known, { ...reversed, status }, NOW)).toBeNull()
})

test('an unknown refund that came back is recorded as one that did', () => {
  const foreign = { id: 're_1', amount: 300, lines: [], restock: false, reversed: true }
  const change = recordForeign(order, foreign, NOW)
  expect(change?.refunds).toMatchObject([{ id: 're_1', status: 'Done', reversed: true }])
  expect(change?.events).toMatchObject([{ data: { status: 'reversed' } }])
})

import { expect, test } from 'bun:test'
import type { SalesResponse } from '@shop/shared/contracts'
import { isClean } from './finding.ts'
import { checkSales, type SalesFacts } from './sales.ts'

const NOTHING = { orders: 0, units: 0, revenue: 0, refunds: 0 }
const SOLD = { orders: 1, units: 2, revenue: 20, refunds: 4 }
const counts = {
  toSend: 1,
  sent: 0,
  delivered: 0,
  cancelled: 0,
  returns: 0,
  refunded: 1,
  failed: 0,
}

/** Ann sold two cups and gave $4.00 of them back; Bob sold a pot in the same order. */
function facts(): SalesFacts {
  const summary: SalesResponse = {
    from: '2026-11-28',
    to: '2026-11-29',
    ...SOLD,
    previous: { from: '2026-11-26', to: '2026-11-27', ...NOTHING },
    days: [
      { day: '2026-11-28', ...SOLD, refunds: 0 },
      { day: '2026-11-29', ...NOTHING, refunds: 4 },
    ],
    bestsellers: [{ productId: 'cup', title: 'Cup', imageUrl: null, units: 2, revenue: 20 }],
    counts,
  }
  return {
    orders: [
      {
        id: 'o',
        completedAt: new Date('2026-11-28T12:00:00Z'),
        items: [
          { productId: 'cup', price: 1000, quantity: 2, sellerId: 'ann' },
          { productId: 'pot', price: 3000, quantity: 1, sellerId: 'bob' },
        ],
        refunds: [
          { id: 'o-1', sellerId: 'ann', at: new Date('2026-11-29T00:00:00Z') },
          { id: 'o-2', sellerId: 'ann', at: new Date('2026-11-29T00:00:00Z') },
        ],
      },
    ],
    refunds: [
      { id: 'o-1', orderId: 'o', amount: 400, state: 'done' },
      { id: 'o-2', orderId: 'o', amount: 500, state: 'failed' },
    ],
    summaries: new Map([['ann', summary]]),
  }
}

const found = (changed: SalesFacts) => checkSales(changed).flatMap(({ mismatches }) => mismatches)

test('a summary that equals orders and refunds has no mismatch', () => {
  expect(isClean(checkSales(facts()))).toBe(true)
})

test.each([
  ['a line', ({ orders }: SalesFacts) => orders[0]?.items.splice(0, 1), /^ann: 2026-11-28 1\/2/],
  ['an order', ({ orders }: SalesFacts) => orders.splice(0, 1), /^ann: 2026-11-28/],
  ['a refund', ({ refunds }: SalesFacts) => refunds.splice(0, 1), /^ann: 2026-11-29 0\/0\/0\/400/],
])('%s that is missing is found', (_, change, expected) => {
  const changed = facts()
  change(changed)
  expect(found(changed)).toEqual([expect.stringMatching(expected)])
})

test.each([
  ['revenue', { revenue: 21 }],
  ['orders', { orders: 2 }],
  ['previous', { previous: { from: '2026-11-26', to: '2026-11-27', ...NOTHING, units: 1 } }],
  [
    'bestsellers',
    { bestsellers: [{ productId: 'cup', title: 'Cup', imageUrl: null, units: 3, revenue: 20 }] },
  ],
])('wrong %s are found', (_, change) => {
  const changed = facts()
  Object.assign(changed.summaries.get('ann') ?? {}, change)
  expect(found(changed)).toHaveLength(1)
})

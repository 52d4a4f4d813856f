import { expect, test } from 'bun:test'
import type { Refund } from './after-sale.ts'
import type { OrderLine } from './place-order.ts'
import { refundedLines } from './refunded-lines.ts'
import { Sales, periodBefore, sumOf } from './sales.ts'

const PERIOD = { from: '2026-11-28', to: '2026-11-29' }

const line = (productId: string, quantity: number, sellerId = 'ann'): OrderLine => ({
  productId,
  title: productId,
  price: 1000,
  quantity,
  sellerId,
  picture: null,
})
const refund = (amount: number, fields: Partial<Refund> = {}): Refund => ({
  id: 'r',
  sellerId: 'ann',
  lines: [],
  amount,
  shipping: 0,
  restock: false,
  by: 'seller',
  status: 'Done',
  at: new Date('2026-11-29T10:00:00Z'),
  ...fields,
})
const order = (at: string, items: OrderLine[], refunds: Refund[] = []) => ({
  items,
  completedAt: new Date(at),
  refunds,
})

test('a sale counts with the seller’s own lines on the UTC day of its payment', () => {
  const sales = new Sales('ann', PERIOD)
  sales.add(order('2026-11-28T23:59:59.999Z', [line('cup', 2), line('pot', 1, 'bob')]))
  sales.add(order('2026-11-29T00:00:00.000Z', [line('cup', 1), line('jar', 5)]))
  sales.add(order('2026-11-30T00:00:00.000Z', [line('cup', 9)]))
  sales.add(order('2026-11-26T00:00:00.000Z', [line('cup', 1)]))
  const days = sales.days(PERIOD)
  expect(days).toEqual([
    { day: '2026-11-28', orders: 1, units: 2, revenue: 2000, refunds: 0 },
    { day: '2026-11-29', orders: 1, units: 6, revenue: 6000, refunds: 0 },
  ])
  expect(sumOf(days)).toEqual({ orders: 2, units: 8, revenue: 8000, refunds: 0 })
  const before = periodBefore(PERIOD)
  expect(before).toEqual({ from: '2026-11-26', to: '2026-11-27' })
  expect(sumOf(sales.days(before)).units).toBe(1)
  expect(sales.bestsellers().map(({ productId, units }) => [productId, units])).toEqual([
    ['jar', 5],
    ['cup', 3],
  ])
})

test('a refund counts once it is made, on its day, without shipping', () => {
  const sales = new Sales('ann', PERIOD)
  const done = refund(1490, { shipping: 490, doneAt: new Date('2026-11-28T10:00:00Z') })
  const others = [
    refund(100, { status: 'Asked' }),
    refund(100, { status: 'Failed' }),
    refund(100, { reversed: true }),
    refund(100, { sellerId: 'bob' }),
  ]
  const items = [line('cup', 2), line('pot', 1, 'bob')]
  sales.add(order('2025-01-01T00:00:00Z', items, [done, ...others]))
  expect(sales.days(PERIOD).map(({ refunds }) => refunds)).toEqual([1000, 0])
  expect(sumOf(sales.days(PERIOD)).orders).toBe(0)
})

test('the refunds of the lines add up to all refunds', () => {
  const items = [line('cup', 2), line('pot', 1)]
  const ofCup = refund(1000, { lines: [{ productId: 'cup', quantity: 1 }] })
  const rows = (refunds: Refund[]) =>
    refundedLines({ items, refunds }, 'ann').map(({ refunded }) => refunded)
  expect(rows([])).toEqual([0, 0])
  expect(rows([ofCup])).toEqual([1000, 0])
  expect(rows([ofCup, refund(1500)])).toEqual([2000, 500])
  // Made at the payment provider, with the shipping.
  expect(rows([refund(3490)])).toEqual([2490, 1000])
})

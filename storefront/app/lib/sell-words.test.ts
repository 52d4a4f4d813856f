import { expect, test } from 'bun:test'
import { productStatus, signed, soldStatus } from './sell-words.ts'

const at = '2026-11-23T09:42:00.000Z'
const order = (status: 'Created' | 'Complete' | 'Cancelled', ...what: 'authorized'[]) => ({
  status,
  refunds: [],
  timeline: what.map((entry) => ({ at, what: entry })),
})

test('a product is live, sold out or archived', () => {
  expect(productStatus({ archived: false, available: 1 }).text).toBe('Live')
  expect(productStatus({ archived: false, available: 0 }).text).toBe('Sold out')
  expect(productStatus({ archived: true, available: 1 }).text).toBe('Archived')
})

test('an order waits until its buyer pays, and is paid until it ends', () => {
  expect(soldStatus(order('Created')).text).toBe('Waiting for payment')
  expect(soldStatus(order('Created', 'authorized')).text).toBe('Being paid')
  expect(soldStatus(order('Complete', 'authorized')).text).toBe('Complete')
  expect(soldStatus(order('Cancelled')).text).toBe('Cancelled')
})

test('a refund counts when it is of my lines', () => {
  const timeline = [{ at, what: 'refunded' as const }]
  const refunds = [{ id: 're_1', amount: 5, at }]
  expect(soldStatus({ ...order('Complete'), timeline, refunds }).text).toBe('Refunded')
  expect(soldStatus({ ...order('Complete'), timeline }).text).toBe('Complete')
})

test('a difference has its sign', () => {
  expect([5, -2, 1204].map(signed)).toEqual(['+5', '−2', '+1,204'])
})

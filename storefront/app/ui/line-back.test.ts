import { expect, test } from 'bun:test'
import type { OrderResponse } from '@shop/shared/contracts'
import { backText } from './line-back.ts'

const at = '2026-11-23T09:41:00.000Z'
const cup = 'cup'
const lines = [{ productId: cup, quantity: 1 }]

type Return = OrderResponse['returns'][number]
type Refund = OrderResponse['refunds'][number]

const returned = (status: Return['status']): Return => ({
  id: 'r1',
  sellerId: 's1',
  lines,
  reason: 'other',
  status,
  askedAt: at,
})
const refunded = (change: Partial<Refund>): Refund => ({
  id: 're1',
  amount: 18,
  shipping: 0,
  at,
  status: 'Done',
  by: 'seller',
  lines,
  ...change,
})

test.each([
  ['nothing', [], [], ''],
  ['a refund and a return', [returned('Accepted')], [refunded({})], '1 refunded, 1 going back'],
  [
    'a return once while it is refunded',
    [returned('Refunding')],
    [refunded({ status: 'Asked', returnId: 'r1' })],
    '1 being refunded',
  ],
  [
    'a return once when it was refunded',
    [returned('Refunded')],
    [refunded({ returnId: 'r1' })],
    '1 refunded',
  ],
  [
    'a refused return and a failed refund',
    [returned('Refused')],
    [refunded({ status: 'Failed' })],
    '',
  ],
  ['a refund that came back', [], [refunded({ reversed: true })], '1 not refunded yet'],
] as const)('a line says what went back: %s', (_, returns, refunds, text) => {
  expect(backText({ returns: [...returns], refunds: [...refunds] }, cup)).toBe(text)
  expect(backText({ returns: [...returns], refunds: [...refunds] }, 'teapot')).toBe('')
})

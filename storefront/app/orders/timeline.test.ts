import { expect, test } from 'bun:test'
import type { OrderResponse } from '@shop/shared/contracts'
import { orderStatus, isUnpaid } from '../ui/order-status.ts'
import { stepsOf } from './timeline.ts'

type What = OrderResponse['timeline'][number]['what']

const at = '2026-11-23T09:41:00.000Z'

const refund: OrderResponse['refunds'][number] = {
  id: 're_1',
  amount: 0,
  shipping: 0,
  at,
  status: 'Done',
  by: 'stripe',
  lines: [],
}

function order(happened: What[], change: Partial<OrderResponse> = {}): OrderResponse {
  return {
    id: '0123456789abcdef01234567',
    number: '7F3K-92',
    userId: '0123456789abcdef01234567',
    status: 'Created',
    items: [],
    shipping: 0,
    total: 20,
    parcels: [],
    returns: [],
    refunds: [],
    timeline: happened.map((what) => ({ at, what })),
    version: 1,
    createdAt: at,
    ...change,
  }
}

const states = (one: OrderResponse) => stepsOf(one).map(({ state }) => state)

test('each step is done, current or upcoming', () => {
  expect(states(order(['placed']))).toEqual(['done', 'now', 'todo', 'todo'])
  expect(states(order(['placed', 'authorized']))).toEqual(['done', 'done', 'now', 'todo'])
  expect(states(order(['placed', 'authorized', 'reserved']))).toEqual([
    'done',
    'done',
    'done',
    'now',
  ])
  const complete = order(['placed', 'complete'], { status: 'Complete' })
  expect(states(complete)).toEqual(['done', 'done', 'done', 'done'])
})

test('a step is named as done only when it is', () => {
  const names = (happened: What[]) => stepsOf(order(happened)).map(({ name }) => name)
  expect(names(['placed'])).toEqual([
    'Order placed',
    'Waiting for payment',
    'Reserving items',
    'Processing payment',
  ])
  expect(names(['placed', 'authorized', 'reserved'])).toEqual([
    'Order placed',
    'Card approved',
    'Items reserved',
    'Processing payment',
  ])
})

test('a canceled order ends with its cancellation and says what happened to the money', () => {
  const early = order(['placed', 'cancelled'], { status: 'Cancelled', reason: 'user' })
  expect(stepsOf(early).at(-1)?.text).toBe('You canceled it. You weren’t charged.')
  const held = order(['placed', 'authorized', 'cancelled'], {
    status: 'Cancelled',
    reason: 'out_of_stock',
  })
  expect(stepsOf(held).at(-1)?.text).toContain('You weren’t charged')
  const refunds = [{ ...refund, amount: 20 }]
  const late = order(['placed', 'authorized', 'cancelled'], { status: 'Cancelled', refunds })
  expect(stepsOf(late).at(-1)?.text).toContain('on its way')
})

test('the badge shows the latest step', () => {
  expect(orderStatus(order(['placed'])).text).toBe('Waiting for payment')
  expect(orderStatus(order(['placed', 'authorized'])).text).toBe('Card approved')
  expect(orderStatus(order(['placed', 'authorized', 'reserved'])).text).toBe('Processing payment')
  expect(orderStatus(order(['complete'], { status: 'Complete' })).text).toBe('Complete')
  expect(orderStatus(order(['cancelled'], { status: 'Cancelled' })).text).toBe('Canceled')
  expect(isUnpaid(order(['placed']))).toBe(true)
  expect(isUnpaid(order(['placed', 'authorized']))).toBe(false)
})

test('an order counts as refunded once everything was', () => {
  const refunded = (amount: number) =>
    orderStatus(order(['refunded'], { status: 'Complete', refunds: [{ ...refund, amount }] })).text
  expect(refunded(20)).toBe('Refunded')
  expect(refunded(5)).toBe('Complete')
})

import { expect, test } from 'bun:test'
import { createRemixStub } from '@remix-run/testing'
import type { OrderResponse } from '@shop/shared/contracts'
import { render, screen } from '@testing-library/react'
import { OrderProgress } from './progress.tsx'

const at = '2026-11-23T09:41:00.000Z'
const refund: OrderResponse['refunds'][number] = {
  id: 're_1',
  amount: 0,
  shipping: 0,
  at,
  status: 'Done',
  by: 'seller',
  lines: [],
}
const order: OrderResponse = {
  id: '0123456789abcdef01234567',
  number: '7F3K-92',
  userId: '0123456789abcdef01234567',
  status: 'Complete',
  items: [],
  shipping: 0,
  total: 20,
  parcels: [],
  returns: [],
  refunds: [
    { ...refund, id: 're_1', amount: 5 },
    { ...refund, id: 're_2', amount: 7 },
  ],
  timeline: [{ at, what: 'complete' }],
  version: 1,
  createdAt: at,
}

test('two refunds of the same moment are two steps', async () => {
  const Stub = createRemixStub([
    { path: '/', Component: () => <OrderProgress order={order} connection="none" /> },
  ])
  render(<Stub />)
  expect(await screen.findAllByText('Refunded')).toHaveLength(2)
})

import { expect, test } from 'bun:test'
import { createRemixStub } from '@remix-run/testing'
import type { SoldOrderResponse } from '@shop/shared/contracts'
import { render, screen } from '@testing-library/react'
import { changeSold } from './change-sold.server.ts'
import { cup, formOf, recordingApi, seller, soldOrder as order } from './testing.ts'
import { SoldOrderView } from './view.tsx'

function show(shown: SoldOrderResponse) {
  const Component = () => (
    <SoldOrderView
      order={shown}
      today="2026-11-23"
      returnAddress="5 Mill Lane"
      idempotencyKey="k"
      fault={undefined}
    />
  )
  const Stub = createRemixStub([{ path: '/', Component }])
  render(<Stub />)
}

test('a sold order shows what waits: a failed refund, a return to answer, tracking to correct', async () => {
  show(order)
  expect(await screen.findByRole('button', { name: /Try again/ })).toBeDefined()
  expect(screen.getByText('It has a crack.')).toBeDefined()
  expect(screen.getByRole('button', { name: /Accept/ })).toBeDefined()
  // It was not delivered yet, so it cannot be refused.
  expect(screen.queryByRole('button', { name: 'Refuse' })).toBeNull()
})

test('a parcel that is to be sent has the form for it', async () => {
  show({ ...order, parcels: [{ sellerId: seller, status: 'ToSend' }], returns: [], refunds: [] })
  expect(await screen.findByRole('button', { name: 'Mark as sent' })).toBeDefined()
  expect(screen.getByLabelText(/Tracking number/)).toBeDefined()
})

test.each([
  [{ intent: 'send', carrier: 'dhl', tracking: '' }, ['parcel', { carrier: 'dhl' }]],
  [
    { intent: 'answer', return: 'r1', answer: 'accepted', note: 'Here.' },
    ['returns/r1', { answer: 'accepted', note: 'Here.' }],
  ],
  [{ intent: 'goods-back', return: 'r1', restock: 'on' }, ['returns/r1/refund', { restock: true }]],
  [{ intent: 'again', refund: 'f1' }, ['refunds/f1/again', {}]],
])('the form %j asks for one change', async (fields, expected) => {
  const { calls, api } = recordingApi()
  expect(
    (await changeSold(api, order, formOf(fields as Record<string, string>))).fault,
  ).toBeUndefined()
  expect(calls).toEqual([expected as [string, unknown]])
})

test.each([
  [{ intent: 'send', carrier: 'pigeon' }],
  [{ intent: 'send', carrier: 'dhl', tracking: 'x' }],
  [{ intent: 'answer', answer: 'accepted', note: ' ' }],
  [{ intent: 'refund', reason: 'late', amount: 'much', key: 'k' }],
  [{ intent: 'refund', reason: 'late', amount: '', key: 'k' }],
  [{ intent: 'refund', reason: 'late', amount: '1', key: 'k', [`line-${cup}`]: '1' }],
])('the form %j is refused before anything changes', async (fields) => {
  const { calls, api } = recordingApi()
  expect(
    (await changeSold(api, order, formOf(fields as Record<string, string>))).fault,
  ).toBeDefined()
  expect(calls).toEqual([])
})

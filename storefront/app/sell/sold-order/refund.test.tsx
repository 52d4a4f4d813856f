import { expect, test } from 'bun:test'
import { createRemixStub } from '@remix-run/testing'
import type { RefundCheck } from '@shop/shared/contracts'
import { render, screen } from '@testing-library/react'
import type { FormFault } from '../../forms/parse-form.ts'
import { changeSold } from './change-sold.server.ts'
import { cup, formOf, recordingApi, soldOrder as order } from './testing.ts'
import { SoldOrderView } from './view.tsx'

const check: RefundCheck = { amount: 40.9, shipping: 4.9, left: 18, cancelsParcel: true }
const chosen = {
  intent: 'refund',
  key: 'k',
  [`line-${cup}`]: '2',
  amount: '',
  restock: 'on',
  reason: 'late',
  note: 'Sorry.',
}
const lines = [{ productId: cup, quantity: 2 }]
const json = { lines, restock: true, reason: 'late', note: 'Sorry.' }
const confirmed = {
  ...chosen,
  intent: 'confirm-refund',
  check: JSON.stringify(check),
  step: 'confirm',
}

function show(fault: FormFault) {
  const Component = () => (
    <SoldOrderView
      order={{ ...order, refunds: [], returns: [] }}
      today="2026-11-23"
      returnAddress=""
      idempotencyKey="another"
      fault={fault}
    />
  )
  const Stub = createRemixStub([{ path: '/', Component }])
  render(<Stub />)
}

test('the first press only asks what a refund would do', async () => {
  const { calls, api } = recordingApi(check)
  const { fault } = await changeSold(api, order, formOf(chosen))
  expect(calls).toEqual([['refunds?dryRun=1', json]])
  expect(fault).toEqual({ fields: {}, values: { ...chosen, check: JSON.stringify(check) } })
})

test('the second press refunds the sum that was shown', async () => {
  const { calls, api } = recordingApi()
  expect((await changeSold(api, order, formOf(confirmed))).done).toBe('refunded')
  expect(calls).toEqual([['refunds', { ...json, expected: 40.9 }]])
})

test.each(['{"amount":"much"}', '{', 'null', ''])(
  'a second press with the check %j is a first one',
  async (wrong) => {
    const { calls, api } = recordingApi(check)
    await changeSold(api, order, formOf({ ...confirmed, check: wrong }))
    expect(calls).toEqual([['refunds?dryRun=1', json]])
  },
)

test('an amount that cannot be read is an error at its field', async () => {
  const { calls, api } = recordingApi()
  const { fault } = await changeSold(api, order, formOf({ ...chosen, amount: 'ten' }))
  expect(calls).toEqual([])
  expect(Object.keys(fault?.fields ?? {})).toEqual(['amount'])
})

test('the way back changes nothing and keeps what was typed', async () => {
  const { calls, api } = recordingApi()
  const { fault } = await changeSold(api, order, formOf({ ...confirmed, step: 'change' }))
  expect(calls).toEqual([])
  expect(fault?.values).toEqual({ ...chosen, step: 'change' })
  show(fault ?? { fields: {}, values: {} })
  expect(await screen.findByRole('button', { name: 'Continue' })).toBeDefined()
  expect(screen.queryByRole('alert')).toBeNull()
  expect(screen.getByRole('combobox', { name: /^Cup, quantity/ })).toHaveProperty('value', '2')
  expect(screen.getByRole('checkbox')).toHaveProperty('checked', true)
})

test('the second step says what will happen, and has the focus', async () => {
  show({ fields: {}, values: { ...chosen, check: JSON.stringify(check) } })
  const heading = await screen.findByRole('heading', { name: 'Refund $40.90 to the buyer?' })
  expect(document.activeElement).toBe(heading)
  for (const text of ['2 × Cup, back in stock', '$4.90, in this sum', '$18.00 of your items'])
    expect(screen.getByText(text)).toBeDefined()
  expect(screen.getByText(/the parcel is canceled/)).toBeDefined()
  expect(screen.getByRole('button', { name: 'Refund $40.90' })).toBeDefined()
  expect(screen.queryByRole('button', { name: 'Continue' })).toBeNull()
  expect(document.querySelector('input[name=key]')).toHaveProperty('value', 'k')
})

test('a lost response leaves the second step as it is, to press again', async () => {
  show({ fields: {}, message: 'You’re offline.', values: confirmed })
  expect((await screen.findByRole('alert')).textContent).toBe('You’re offline.')
  expect(screen.getByRole('button', { name: 'Refund $40.90' })).toBeDefined()
})

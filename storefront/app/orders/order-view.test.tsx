import { afterAll, beforeAll, expect, test } from 'bun:test'
import { createRemixStub } from '@remix-run/testing'
import type { OrderResponse } from '@shop/shared/contracts'
import { render, screen } from '@testing-library/react'
import { LockedOrder } from './locked.tsx'
import { moneyText } from './money-text.ts'
import { OrderView } from './order-view.tsx'
import { at, order, sellers } from './test-order.ts'

/** No events arrive in these tests. */
class NoEvents {
  addEventListener(): void {}
  close(): void {}
}

const { EventSource: original } = globalThis
beforeAll(() => void Object.assign(globalThis, { EventSource: NoEvents }))
afterAll(() => void Object.assign(globalThis, { EventSource: original }))

function show(Component: () => JSX.Element) {
  const Stub = createRemixStub([{ path: '/', Component }])
  render(<Stub />)
}

const view = {
  sellers,
  isOwner: false,
  isGuest: false,
  isSignedIn: false,
  name: null,
  canGiveBack: true,
  fault: undefined,
}

test('a paid order opened by its link shows parcels, returns and refunds, but neither cancels nor pays', async () => {
  show(() => <OrderView {...view} order={order} />)
  expect(await screen.findByText('You opened this order from a link')).toBeDefined()
  expect(screen.getByText('1 of 2 parcels sent')).toBeDefined()
  expect(screen.getByRole('button', { name: /^I have it/ })).toBeDefined()
  expect(screen.getByRole('link', { name: /^Track with UPS/ }).getAttribute('href')).toContain(
    '1Z999',
  )
  expect(screen.getByText('To 5 Mill Lane.')).toBeDefined()
  expect(screen.queryByRole('link', { name: 'Cancel order' })).toBeNull()
})

test('who is signed in adds an order that was opened by its link to their account', async () => {
  show(() => <OrderView {...view} isSignedIn order={order} />)
  expect(await screen.findByRole('button', { name: 'Add to my account' })).toBeDefined()
  expect(screen.queryByRole('link', { name: 'Sign in' })).toBeNull()
})

test('a link to a paid order can be mailed to its address', async () => {
  const name = 'Email me a link to this order'
  show(() => <OrderView {...view} order={{ ...order, email: 'ann@example.com' }} />)
  expect(await screen.findByRole('button', { name })).toBeDefined()
})

test('the guest who placed an unpaid order can pay and cancel it', async () => {
  const unpaid: OrderResponse = {
    ...order,
    status: 'Created',
    parcels: [],
    returns: [],
    refunds: [],
    timeline: [{ at, what: 'placed' }],
  }
  show(() => <OrderView {...view} isOwner isGuest canGiveBack={false} order={unpaid} />)
  expect(await screen.findByText('Keep this order')).toBeDefined()
  expect(screen.getByRole('link', { name: 'Pay now' })).toBeDefined()
  expect(screen.getByRole('link', { name: 'Cancel order' })).toBeDefined()
})

test('an order that is locked asks for the code', async () => {
  show(() => <LockedOrder id={order.id} isSignedIn={false} fault={undefined} />)
  expect(await screen.findByLabelText('Code from your email')).toBeDefined()
  expect(screen.getByRole('link', { name: 'sign in' })).toBeDefined()
})

test('one sentence says what was paid, what is back and what is on its way', () => {
  expect(moneyText(order)).toBe(
    'You paid $136.00. $18.00 is back on your card, and $5.00 is on its way.',
  )
  expect(moneyText({ ...order, refunds: [] })).toBe('You paid $136.00.')
})

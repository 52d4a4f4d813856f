import { expect, test } from 'bun:test'
import { createRemixStub } from '@remix-run/testing'
import { render, screen } from '@testing-library/react'
import { NOW, ann, bob, cup, lamp, order, sellers, teapot } from '../test-order.ts'
import { canGiveBack, groupsOf } from './choices.ts'
import { Choose } from './choose.tsx'
import { Confirm } from './confirm.tsx'
import { partsOf, selectionOf, sumOfParts } from './selection.ts'

function show(Component: () => JSX.Element) {
  const Stub = createRemixStub([{ path: '/', Component }])
  render(<Stub />)
}

test('what can go back is what was neither given back nor delivered too long ago, unsent first', () => {
  const groups = groupsOf(order, NOW)
  expect(groups.map(({ sellerId, isUnsent }) => [sellerId, isUnsent])).toEqual([
    [bob, true],
    [ann, false],
  ])
  expect(groups[1]?.choices.map(({ item, left }) => [item.title, left])).toEqual([
    ['Teapot', 1],
    ['Cup', 1],
  ])
  const delivered = { status: 'Delivered', deliveredAt: '2026-10-01T10:00:00.000Z' } as const
  const old = { ...order, parcels: order.parcels.map((parcel) => ({ ...parcel, ...delivered })) }
  expect(canGiveBack(order, NOW)).toBe(true)
  expect(canGiveBack(old, NOW)).toBe(false)
})

test('a selection travels in the address, within what can go back', () => {
  const groups = groupsOf(order, NOW)
  const query = `line=${lamp}&q-${lamp}=9&line=${cup}&q-${cup}=x&line=unknown&reason=damaged&note=Cracked`
  const selection = selectionOf(new URLSearchParams(query), groups)
  expect(selection).toEqual({
    lines: [
      { productId: lamp, quantity: 2 },
      { productId: cup, quantity: 1 },
    ],
    reason: 'damaged',
    note: 'Cracked',
  })
  expect(sumOfParts(partsOf(groups, selection))).toBe(58)
})

test('the first step offers the lines, and names the law’s button in the European Union', async () => {
  const groups = groupsOf(order, NOW)
  const selection = selectionOf(new URLSearchParams(), groups)
  const props = { orderId: order.id, groups, sellers, selection, isMissing: true, isEu: true }
  show(() => <Choose {...props} />)
  expect(await screen.findByText('Choose at least one item.')).toBeDefined()
  expect(screen.getByRole('button', { name: 'Withdraw from contract' })).toBeDefined()
  expect(screen.getAllByRole('checkbox')).toHaveLength(3)
})

test('the second step says what comes back when', async () => {
  const groups = groupsOf(order, NOW)
  const selection = selectionOf(new URLSearchParams(`line=${lamp}&line=${teapot}`), groups)
  const props = { groups, selection, back: '/', idempotencyKey: 'k', fault: undefined }
  show(() => <Confirm {...props} isWithdrawal />)
  expect(await screen.findByText('Right away')).toBeDefined()
  expect(screen.getByText('After you send it back')).toBeDefined()
  expect(screen.getByText('$82.00')).toBeDefined()
  expect(screen.getByRole('button', { name: 'Confirm withdrawal' })).toBeDefined()
})

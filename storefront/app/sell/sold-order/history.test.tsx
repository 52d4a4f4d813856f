import { expect, test } from 'bun:test'
import { createRemixStub } from '@remix-run/testing'
import { render, screen } from '@testing-library/react'
import { historyOf } from './history-of.ts'
import { PackingSlip } from './slip.tsx'
import { soldOrder } from './testing.ts'

test('the history of an order has one sentence for each thing that happened, newest first', () => {
  const staff = { act: 'refund', sellerId: 'a', reason: 'It is late.' } as const
  const acts = [{ ...staff, at: '2026-12-05T10:00:00.000Z' }]
  const texts = historyOf({ ...soldOrder, acts }).map(({ text }) => text)
  expect(texts[0]).toBe('Corner’s staff made a refund: It is late.')
  expect(texts).toContain('Paid, $54.00 for your items')
  expect(texts).toContain('Sent with UPS')
  expect(texts).toContain('The buyer asked to give back 1 × Cup')
})

test('a packing slip names what is left to pack, and no prices', async () => {
  const Component = () => <PackingSlip order={soldOrder} shop="Mara’s" />
  const Stub = createRemixStub([{ path: '/', Component }])
  const { container } = render(<Stub />)
  expect(await screen.findByRole('heading', { name: 'Packing slip' })).toBeDefined()
  expect(container.textContent).not.toContain('$')
  expect(screen.getByRole('cell', { name: '2' })).toBeDefined()
})

import { expect, test } from 'bun:test'
import { createRemixStub } from '@remix-run/testing'
import { render, screen, within } from '@testing-library/react'
import { cup, soldOrder } from '../sold-order/testing.ts'
import { dueSentence, figuresOf } from './figures.ts'
import type { Dashboard } from './load.server.ts'
import { sumsOf } from './sums.ts'
import { DashboardView } from './view.tsx'

const NOTHING = { orders: 0, units: 0, revenue: 0, refunds: 0 }
const days = [
  { day: '2026-11-28', ...NOTHING },
  { day: '2026-11-29', orders: 2, units: 5, revenue: 90, refunds: 18 },
]
const sales = {
  from: '2026-11-28',
  to: '2026-11-29',
  orders: 2,
  units: 5,
  revenue: 90,
  refunds: 18,
  previous: { from: '2026-11-26', to: '2026-11-27', ...NOTHING, revenue: 100, orders: 2 },
  bestsellers: [{ productId: cup, title: 'Cup', imageUrl: null, units: 5, revenue: 90 }],
  counts: { toSend: 2, sent: 0, delivered: 0, cancelled: 0, returns: 1, refunded: 0, failed: 0 },
  due: { late: 1, today: 1 },
}
const page: Dashboard = {
  period: 7,
  sales,
  bars: sumsOf(days),
  today: '2026-12-04',
  recent: [soldOrder],
  threshold: 3,
  low: [{ id: cup, title: 'Cup', imageUrl: null, quantity: 3, available: 2 }],
}

function show(shown: typeof page) {
  const Component = () => <DashboardView page={shown} />
  const Stub = createRemixStub([{ path: '/', Component }])
  render(<Stub />)
}

test('the dashboard shows what waits, figures, a chart with its table, and low stock', async () => {
  show(page)
  expect(await screen.findByText('1 parcel due today, 1 late.')).toBeDefined()
  expect(screen.getByRole('link', { name: /^See parcels/ })).toBeDefined()
  const label = 'Sales per day, $0 to $90, highest on Nov 29'
  expect(screen.getAllByRole('img', { name: label })).toHaveLength(2)
  expect(screen.getByText('Show as a table')).toBeDefined()
  expect(screen.getByText(/2 left, 1 reserved/)).toBeDefined()
  expect(screen.getByText('Bestsellers, 7 days')).toBeDefined()
  expect(screen.getByText('Listed at 3 items or fewer')).toBeDefined()
})

test('a new shop has nothing waiting and no bestsellers', async () => {
  const counts = { ...sales.counts, toSend: 0, returns: 0 }
  show({ ...page, sales: { ...sales, counts, bestsellers: [] }, recent: [], low: [] })
  expect(await screen.findByText('Nothing is running low.')).toBeDefined()
  expect(screen.queryByText('What’s waiting')).toBeNull()
  expect(screen.queryByText('Recent orders')).toBeNull()
})

test('figures are compared with as many days before', () => {
  expect(figuresOf(sales, 2).map(({ value, note }) => [value, note])).toEqual([
    ['$90.00', '$10.00 less than in the previous 2 days'],
    ['2', 'The same as in the previous 2 days'],
    ['5', '2.5 per order'],
    ['$18.00', '$18.00 more than in the previous 2 days'],
  ])
})

test('parcels say what is due, unless the service is of an earlier version', () => {
  expect(dueSentence({ late: 0, today: 0 })).toBe('None is due today.')
  expect(dueSentence({ late: 60, today: 0 })).toBe('60 late.')
  expect(dueSentence(undefined)).toBe('Each shows by when to send it.')
})

test('the period is chosen by links, and kept when the reminder is saved', async () => {
  show(page)
  const nav = within(await screen.findByRole('navigation', { name: 'Period' }))
  const links = nav
    .getAllByRole('link')
    .map((link) => [link.textContent, link.getAttribute('href')])
  expect(links).toEqual([
    ['7 days', '/sell?days=7'],
    ['30 days', '/sell'],
    ['90 days', '/sell?days=90'],
    ['365 days', '/sell?days=365'],
  ])
  expect(nav.getByRole('link', { current: 'page' }).textContent).toBe('7 days')
  expect(screen.getByText('Sales, 7 days')).toBeDefined()
  const form = screen.getByRole('button', { name: 'Save', hidden: true }).closest('form')
  expect(form?.getAttribute('action')).toBe('/sell?index=&days=7')
})

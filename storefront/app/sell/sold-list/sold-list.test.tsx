import { expect, test } from 'bun:test'
import { createRemixStub } from '@remix-run/testing'
import {
  ListSoldQuery,
  MAX_EMAIL,
  MAX_SEARCH,
  MAX_TITLE,
  type SoldCounts,
  type SoldOrderResponse,
} from '@shop/shared/contracts'
import { render, screen } from '@testing-library/react'
import * as v from 'valibot'
import { SearchForm } from '../../ui/search-form.tsx'
import { at, seller, soldOrder } from '../sold-order/testing.ts'
import { buyerName, dueText, soldStatuses, waitingText } from '../waiting.ts'
import { FailedNotice } from './failed-notice.tsx'
import { SoldTable } from './table.tsx'
import { emptyText, parseSoldList, soldUrl, tabsOf } from './tabs.ts'

const counts: SoldCounts = {
  toSend: 2,
  sent: 1,
  delivered: 4,
  cancelled: 0,
  returns: 1,
  refunded: 3,
  failed: 1,
}

/** Paid on Tuesday, December 1: to send by Thursday. */
const toSend: SoldOrderResponse = {
  ...soldOrder,
  parcels: [{ sellerId: seller, status: 'ToSend' }],
  completedAt: at,
  returns: [],
  refunds: [],
}

const parse = (query: string) => parseSoldList(new URLSearchParams(query))

test('the address holds the tab and the search, and back', () => {
  expect(parse('')).toEqual({ tab: 'to-send', q: '' })
  expect(parse('status=lost')).toEqual({ tab: 'to-send', q: '' })
  expect(parse('q=tea')).toEqual({ tab: 'all', q: 'tea' })
  for (const tab of ['to-send', 'sent', 'failed', 'all'] as const)
    for (const q of ['', 'tea & cups']) {
      const { search } = new URL(soldUrl({ tab, q }), 'http://shop')
      expect(parse(search)).toEqual({ tab, q })
    }
})

test('what the search field takes is searched whole: titles and email addresses', async () => {
  const Component = () => <SearchForm action="/" name="Orders" label="Order" q="" />
  const Stub = createRemixStub([{ path: '/', Component }])
  render(<Stub />)
  const { maxLength } = await screen.findByRole<HTMLInputElement>('searchbox')
  expect(maxLength).toBe(MAX_SEARCH)
  expect(maxLength).toBeGreaterThanOrEqual(Math.max(MAX_TITLE, MAX_EMAIL))
  const q = 'x'.repeat(maxLength)
  expect(parse(`q=${q}`).q).toBe(q)
  expect(v.is(ListSoldQuery, { q })).toBe(true)
})

test('tabs have their numbers; failed refunds have one when there are any', () => {
  const names = (some: SoldCounts) =>
    tabsOf(parse(''), some).map(([, name, number]) => [name, number])
  expect(names(counts)).toContainEqual(['To send', 2])
  expect(names(counts)).toContainEqual(['Failed refunds', 1])
  expect(names({ ...counts, failed: 0 }).flat()).not.toContain('Failed refunds')
})

test('what waits is said in one sentence', () => {
  expect(waitingText(counts)).toBe(
    '1 order with a failed refund, 2 parcels to send, 1 open return.',
  )
  expect(waitingText({ ...counts, toSend: 0, returns: 0, failed: 0 })).toBe('Nothing is waiting.')
  expect(emptyText(parse('q=teap'))).toBe('No order matches “teap”.')
})

test('a parcel says by when to send it, and when it is late', () => {
  expect(dueText(toSend, '2026-12-02')).toBe('Send by December 3')
  expect(dueText(toSend, '2026-12-03')).toBe('Send today')
  expect(dueText(toSend, '2026-12-04')).toBe('Was due December 3')
  const texts = (today: string) => soldStatuses(toSend, today).map(({ text }) => text)
  expect([texts('2026-12-03'), texts('2026-12-04')]).toEqual([['To send'], ['Late', 'To send']])
  expect(dueText({ ...soldOrder, refunds: [] }, '2026-12-02')).toBe('Answer by December 8')
})

test('a buyer is shown by first name and initial', () => {
  const named = (name: string) =>
    buyerName({ address: { name, line1: '1', city: 'C', postalCode: '1', country: 'US' } })
  expect([named('Ana Maria Moreno'), named('Ana'), buyerName({})]).toEqual([
    'Ana M.',
    'Ana',
    'A buyer',
  ])
})

test('the table and the notice lead to each order', async () => {
  const Component = () => (
    <>
      <FailedNotice orders={[soldOrder]} />
      <SoldTable orders={[toSend]} today="2026-12-04" />
    </>
  )
  const Stub = createRemixStub([{ path: '/', Component }])
  render(<Stub />)
  expect(await screen.findByText('A refund failed')).toBeDefined()
  expect(screen.getByRole('link', { name: /^Try again/ })).toBeDefined()
  expect(screen.getByRole('link', { name: 'Order 7F4M-83' })).toBeDefined()
  expect(screen.getByText('Was due December 3')).toBeDefined()
  expect(screen.getByText('$54.00')).toBeDefined()
})

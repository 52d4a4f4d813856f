import { expect, test } from 'bun:test'
import { PERIOD_TABS, dashboardUrl, parsePeriod } from './period.ts'

const parse = (query: string) => parsePeriod(new URLSearchParams(query))

test('the address holds the period; without a valid one it is 30 days', () => {
  for (const days of [7, 30, 90, 365] as const)
    expect(parse(new URL(dashboardUrl(days), 'http://shop').search)).toBe(days)
  for (const days of ['', '0', '8', '-7', '7.0', '07', '1e9', 'week'])
    expect([days, parse(`days=${days}`)]).toEqual([days, 30])
  expect(parse('')).toBe(30)
})

test('each period has one address', () => {
  expect(dashboardUrl(30)).toBe('/sell')
  expect(dashboardUrl(7, { done: 'low' })).toBe('/sell?done=low&days=7')
  expect(new Set(PERIOD_TABS.map(([to]) => to)).size).toBe(PERIOD_TABS.length)
})

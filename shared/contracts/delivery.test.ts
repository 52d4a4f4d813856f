import { expect, test } from 'bun:test'
import { dayAfter } from './days.ts'
import { arrivalRange, dayRangeText, dayText, dueFrom, sendByDay } from './delivery.ts'

test.each([
  ['2026-11-23T14:42:00Z', 'US', { from: '2026-11-26', to: '2026-11-30' }],
  ['2026-11-23T14:42:00Z', 'DE', { from: '2026-12-02', to: '2026-12-09' }],
  // In the shop's zone it is still Sunday.
  ['2026-11-23T04:59:00Z', 'US', { from: '2026-11-25', to: '2026-11-27' }],
  ['2026-11-21T12:00:00Z', 'US', { from: '2026-11-25', to: '2026-11-27' }],
])('what is paid at %s arrives in %s in a range of working days', (paidAt, country, range) => {
  expect(arrivalRange(new Date(paidAt), country)).toEqual(range)
})

test('a seller has two working days to send', () => {
  expect(sendByDay(new Date('2026-11-23T14:42:00Z'))).toBe('2026-11-25')
  expect(sendByDay(new Date('2026-11-27T14:42:00Z'))).toBe('2026-12-01')
})

test('what was paid before a time is due before a day, what was paid from then on is not', () => {
  // Two years, with weekends and changes of the clock.
  for (let day = '2026-01-01'; day < '2028-01-01'; day = dayAfter(day, 1)) {
    const from = dueFrom(day)
    const before = new Date(from.getTime() - 1)
    expect([day, sendByDay(before) < day, sendByDay(from) >= day]).toEqual([day, true, true])
  }
  expect(dueFrom('2026-12-01').toISOString()).toBe('2026-11-27T05:00:00.000Z')
})

test('days are written with their month in full, once if it is the same', () => {
  expect(dayRangeText({ from: '2026-11-26', to: '2026-11-30' })).toBe('November 26–30')
  expect(dayRangeText({ from: '2026-11-30', to: '2026-12-02' })).toBe('November 30 – December 2')
  expect(dayText('2026-11-05')).toBe('November 5')
})

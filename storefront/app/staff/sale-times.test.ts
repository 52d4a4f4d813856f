import { expect, test } from 'bun:test'
import type { MessageResponse } from '@shop/shared/contracts'
import { saleSteps, secondsText } from './sale-times.ts'

const at = (ms: number) => new Date(Date.UTC(2026, 10, 30, 9) + ms).toISOString()
const receipt = (endedAt?: string) =>
  ({
    id: 'receipt:1',
    kind: 'receipt',
    state: 'Sent',
    tries: 1,
    queuedAt: at(2300),
    ...(endedAt !== undefined && { endedAt }),
    isRepeatable: true,
  }) as MessageResponse

const timeline = [
  { what: 'placed' as const, at: at(0) },
  { what: 'authorized' as const, at: at(2000) },
  { what: 'reserved' as const, at: at(2100) },
  { what: 'complete' as const, at: at(2250) },
]

test('the steps of a sale are counted from the approval of the card', () => {
  expect(saleSteps({ timeline }, [receipt(at(2700))])).toEqual([
    { name: 'Reserve the items', from: 0, to: 100 },
    { name: 'Charge the card', from: 100, to: 250 },
    { name: 'Mail the receipt', from: 300, to: 700 },
  ])
})

test('a step that has not ended has no end, and those after it are left out', () => {
  expect(saleSteps({ timeline: timeline.slice(0, 2) }, [])).toEqual([
    { name: 'Reserve the items', from: 0 },
  ])
  expect(saleSteps({ timeline }, [receipt()]).at(-1)).toEqual({
    name: 'Mail the receipt',
    from: 300,
  })
})

test('an order that nobody has paid has no steps', () => {
  expect(saleSteps({ timeline: timeline.slice(0, 1) }, [])).toEqual([])
})

test.each([
  [0, '0.00 s'],
  [154, '0.15 s'],
  [9994, '9.99 s'],
  [61_000, '61 s'],
])('%p milliseconds are %p', (ms, text) => expect(secondsText(ms)).toBe(text))

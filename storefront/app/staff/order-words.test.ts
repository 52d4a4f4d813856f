import { expect, test } from 'bun:test'
import { eventsOf } from './order-words.ts'

test('what happened to an order is told newest first, in plain sentences', () => {
  const sellerId = 'a'.repeat(24)
  const events = eventsOf(
    {
      timeline: [
        { at: '2026-11-23T10:00:00.000Z', what: 'placed' },
        { at: '2026-11-23T10:01:00.000Z', what: 'complete' },
        { at: '2026-11-25T10:00:00.000Z', what: 'refunded' },
      ],
      history: [
        { what: 'sent', at: '2026-11-24T10:00:00.000Z', sellerId },
        { what: 'return', at: '2026-11-24T11:00:00.000Z', id: 'x-r1', status: 'Asked' },
        { what: 'refund', at: '2026-11-25T10:00:00.000Z', id: 'x-1', status: 'Done', amount: 18 },
        {
          what: 'staff',
          at: '2026-11-26T10:00:00.000Z',
          act: 'refund',
          sellerId,
          reason: 'The seller is away',
          by: sellerId,
        },
      ],
    },
    () => 'Mara Lind',
  )
  expect(events.map(({ text }) => text)).toEqual([
    'Staff refunded for Mara Lind: “The seller is away”',
    'Refund of $18.00 done',
    'Return requested',
    'Mara Lind sent the parcel',
    'Paid',
    'Order placed',
  ])
})

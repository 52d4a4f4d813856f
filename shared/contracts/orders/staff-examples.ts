import { EXAMPLE_IDS, EXAMPLE_RETURN } from '../example-ids.ts'
import { returningOrder } from './after-sale-examples.ts'
import { order } from './examples.ts'
import { counts } from './sold-examples.ts'
import type { StaffOrderResponse } from './staff-schemas.ts'

const { seller: sellerId, user: by } = EXAMPLE_IDS

export const staffPage = {
  items: [order],
  nextCursor: null,
  counts: { ...counts, reversed: 0, unanswered: 0 },
}

export const staffOrder: StaffOrderResponse = {
  ...returningOrder,
  history: [
    { what: 'sent', at: '2026-11-30T08:00:00.000Z', sellerId },
    { what: 'delivered', at: '2026-12-02T15:20:00.000Z', sellerId },
    { what: 'return', at: '2026-12-03T10:00:00.000Z', id: EXAMPLE_RETURN, status: 'Asked' },
    {
      what: 'staff',
      at: '2026-12-03T11:00:00.000Z',
      act: 'send',
      sellerId,
      reason: 'The seller asked us to correct the tracking number.',
      by,
    },
  ],
}

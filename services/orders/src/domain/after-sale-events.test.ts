import { expect, test } from 'bun:test'
import { parcelSent } from './after-sale-events.ts'
import type { PaidOrder, Parcel, Refund } from './after-sale.ts'

const at = new Date('2026-12-01T10:00:00Z')
const line = { title: 'Teapot', price: 4200, picture: null }
const parcel = (sellerId: string, status: Parcel['status'] = 'ToSend') => ({
  sellerId,
  status,
  n: 1,
})

const order: PaidOrder = {
  _id: 'o',
  status: 'Complete',
  items: [
    { ...line, productId: 'p1', quantity: 3, sellerId: 'ann' },
    { ...line, productId: 'p2', quantity: 1, sellerId: 'bob' },
  ],
  shipping: 0,
  total: 16_800,
  address: { country: 'US' },
  completedAt: new Date('2026-11-30T10:00:00Z'),
  parcels: [parcel('ann'), parcel('bob'), parcel('eve', 'Cancelled')],
  returns: [],
  refunds: [],
}

test('a sent parcel is published with what follows from its order: its country, payment and other parcels', () => {
  expect(parcelSent(order, parcel('ann', 'Sent'), at).data).toMatchObject({
    sellerId: 'ann',
    country: 'US',
    completedAt: '2026-11-30T10:00:00.000Z',
    otherSellerIds: ['bob'],
  })
})

test('what was given back before is not in the parcel', () => {
  const refund = { lines: [{ productId: 'p1', quantity: 1 }], status: 'Done' } as Refund
  const { data } = parcelSent({ ...order, refunds: [refund] }, parcel('ann', 'Sent'), at)
  expect(data).toMatchObject({ items: [{ productId: 'p1', price: 42, quantity: 2 }] })
})

import { expect, test } from 'bun:test'
import { DELIVERY_MS } from '@shop/shared/contracts'
import type { PaidOrder } from './after-sale.ts'
import { newParcels, parcelsOf, receiveOverdue, send } from './parcel.ts'

const items = [
  { productId: 'p', title: 'Cup', price: 5, quantity: 2, sellerId: 'a', picture: null },
]
const paidAt = new Date('2026-11-01T00:00:00Z')
const later = (ms: number) => new Date(paidAt.getTime() + ms)
const order = (parcels: PaidOrder['parcels']): PaidOrder => ({
  _id: 'o',
  status: 'Complete',
  items,
  shipping: 0,
  total: 10,
  parcels,
  returns: [],
  refunds: [],
})

test('what has nothing to send was delivered with the payment', () => {
  const stored = {
    items,
    createdAt: paidAt,
    completedAt: later(9),
    parcels: newParcels(items, false),
  }
  expect(parcelsOf(stored, later(10))).toMatchObject([
    { status: 'Delivered', deliveredAt: later(9) },
  ])
})

test('an order of an earlier version is to be sent, and after two weeks was delivered', () => {
  const stored = { items, createdAt: paidAt, address: {} }
  expect(parcelsOf(stored, later(DELIVERY_MS - 1))).toMatchObject([{ status: 'ToSend' }])
  expect(parcelsOf(stored, later(DELIVERY_MS))).toMatchObject([
    { status: 'Delivered', deliveredAt: later(DELIVERY_MS) },
  ])
})

test('a sent parcel counts as delivered after two weeks', () => {
  const sent = send(order(newParcels(items, true)), 'a', { carrier: 'dhl' }, paidAt)
  const now = order(sent?.parcels ?? [])
  expect(receiveOverdue(now, later(DELIVERY_MS - 1))).toBeNull()
  expect(receiveOverdue(now, later(DELIVERY_MS))?.parcels).toMatchObject([{ status: 'Delivered' }])
})

test('tracking can be corrected five times, and keeps the time of sending', () => {
  let parcels = newParcels(items, true)
  const track = (tracking: string) => {
    const change = send(
      order(parcels),
      'a',
      { carrier: 'dhl', tracking },
      later(parcels[0]?.n ?? 0),
    )
    parcels = change?.parcels ?? parcels
  }
  for (const tracking of ['1', '2', '3', '4', '5', '6']) track(tracking)
  expect(parcels).toMatchObject([{ tracking: '6', n: 6, sentAt: paidAt }])
  expect(() => track('7')).toThrow('5 times')
})

import type { SoldOrderResponse } from '@shop/shared/contracts'
import type { Api } from '../../api/client.server.ts'

export const at = '2026-12-01T10:00:00.000Z'
export const cup = '2'.repeat(24)
export const seller = 'a'.repeat(24)

/** A sent parcel with a return to answer and a failed refund. */
export const soldOrder: SoldOrderResponse = {
  id: 'c'.repeat(24),
  number: '7F4M-83',
  status: 'Complete',
  items: [
    { productId: cup, title: 'Cup', price: 18, quantity: 3, sellerId: seller, imageUrl: null },
  ],
  shipping: 0,
  total: 54,
  address: { name: 'Ana', line1: '1 Road', city: 'Berlin', postalCode: '10115', country: 'DE' },
  completedAt: at,
  parcels: [{ sellerId: seller, status: 'Sent', carrier: 'ups', sentAt: at }],
  returns: [
    {
      id: 'r1',
      sellerId: seller,
      lines: [{ productId: cup, quantity: 1 }],
      reason: 'damaged',
      note: 'It has a crack.',
      status: 'Asked',
      askedAt: at,
    },
  ],
  refunds: [
    {
      id: 'f1',
      amount: 5,
      shipping: 0,
      at,
      status: 'Failed',
      by: 'seller',
      lines: [],
      sellerId: seller,
    },
  ],
  timeline: [{ at, what: 'complete' }],
  version: 5,
  createdAt: at,
}

/** An API that keeps what it is asked for, and always answers the same. */
export function recordingApi(answer: object = soldOrder) {
  const calls: [string, unknown][] = []
  const call = async (_: string, path: string, __: unknown, options: { json?: unknown }) => {
    calls.push([path.slice(path.indexOf(soldOrder.id) + soldOrder.id.length + 1), options.json])
    return answer
  }
  return { calls, api: { call } as unknown as Api }
}

export function formOf(fields: Record<string, string>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}

import type { OrderResponse } from '@shop/shared/contracts'

export const NOW = Date.parse('2026-12-05T10:00:00Z')
export const at = '2026-12-01T10:00:00.000Z'
export const [teapot, cup, lamp] = ['1', '2', '3'].map((digit) => digit.repeat(24)) as [
  string,
  string,
  string,
]
export const [ann, bob] = ['a', 'b'].map((letter) => letter.repeat(24)) as [string, string]
export const sellers = { [ann]: 'Ann’s shop', [bob]: 'Bob’s shop' }

const line = (
  productId: string,
  title: string,
  price: number,
  quantity: number,
  sellerId: string,
) => ({
  productId,
  title,
  price,
  quantity,
  sellerId,
  imageUrl: null,
})

export const order: OrderResponse = {
  id: 'c'.repeat(24),
  number: '7F4M-83',
  userId: 'd'.repeat(24),
  status: 'Complete',
  items: [
    line(teapot, 'Teapot', 42, 1, ann),
    line(cup, 'Cup', 18, 3, ann),
    line(lamp, 'Lamp', 20, 2, bob),
  ],
  shipping: 0,
  total: 136,
  email: 'guest@example.com',
  address: { name: 'Ana', line1: '1 Road', city: 'Berlin', postalCode: '10115', country: 'DE' },
  payment: { brand: 'visa', last4: '4242' },
  completedAt: at,
  parcels: [
    { sellerId: ann, status: 'Sent', carrier: 'ups', tracking: '1Z999', sentAt: at },
    { sellerId: bob, status: 'ToSend' },
  ],
  returns: [
    {
      id: 'r1',
      sellerId: ann,
      lines: [{ productId: cup, quantity: 1 }],
      reason: 'wrong',
      status: 'Accepted',
      answer: 'To 5 Mill Lane.',
      askedAt: at,
    },
  ],
  refunds: [
    {
      id: 'f1',
      amount: 18,
      shipping: 0,
      at,
      status: 'Done',
      by: 'seller',
      lines: [{ productId: cup, quantity: 1 }],
      sellerId: ann,
      doneAt: at,
    },
    {
      id: 'f2',
      amount: 5,
      shipping: 0,
      at,
      status: 'Asked',
      by: 'seller',
      lines: [],
      sellerId: ann,
    },
  ],
  timeline: [
    { at, what: 'placed' },
    { at, what: 'complete' },
  ],
  version: 7,
  createdAt: at,
}

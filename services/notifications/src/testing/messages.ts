import type { EventItem } from '@shop/shared/contracts'
import type { MessageData } from '../domain/message-data.ts'
import type { Kind } from '../domain/message.ts'

export const IDS = {
  order: '6745f0c2a1b79d3e4f5a6b7c',
  mara: 'a'.repeat(24),
  spin: 'b'.repeat(24),
  token: 'c'.repeat(24),
}

/** The words of people in a message; tests replace them with hostile ones. */
export interface Words {
  title: string
  name: string
  note: string
  /** Where the order is sent; without one it has no address. */
  country?: string | undefined
}

export const WORDS: Words = {
  title: 'Teapot, raspberry glaze',
  name: 'Ana Moreno',
  note: 'Thanks!',
  country: 'US',
}

const item = (title: string, sellerId: string, price: number, quantity: number): EventItem => ({
  productId: 'd'.repeat(24),
  title,
  price,
  quantity,
  sellerId,
})

const ADDRESS = {
  line1: '14 Harbor Street',
  line2: 'Apt 3',
  city: 'Portland',
  region: 'ME',
  postalCode: '04101',
}

/** Data for a message of every kind. */
export function exampleData({ title, name, note, country }: Words = WORDS): MessageData {
  const items = [item(title, IDS.mara, 42, 1), item('Coffee cup and saucer', IDS.mara, 18, 3)]
  const all = [...items, item('Over-ear headphones', IDS.spin, 119, 1)]
  const completedAt = '2026-11-23T14:42:00Z'
  const parcel = { orderId: IDS.order, sellerId: IDS.mara, items }
  const happenedAt = '2026-11-24T10:00:00Z'
  const given = { ...parcel, items: items.slice(0, 1), reason: 'damaged' as const, happenedAt }
  const refund = { orderId: IDS.order, amount: 42, sellerId: IDS.mara }
  const account = { tokenId: IDS.token, exp: '2026-11-24T11:00:00Z' }
  const product = { productId: 'd'.repeat(24), title, reason: note }
  return {
    receipt: {
      id: IDS.order,
      items: all,
      shipping: 0,
      total: 215,
      address: country === undefined ? undefined : { ...ADDRESS, name, country },
      payment: { brand: 'visa', last4: '4242' },
      completedAt,
    },
    sold: { orderId: IDS.order, items, completedAt, country },
    'order-cancelled': { orderId: IDS.order, reason: 'out_of_stock' },
    'parcel-sent': {
      ...parcel,
      carrier: 'ups',
      tracking: '1Z999AA10123456784',
      completedAt,
      country: 'US',
      otherSellerIds: [IDS.spin],
      happenedAt,
      n: 1,
    },
    'cannot-send': parcel,
    'parcel-cancelled': parcel,
    'return-asked': { ...given, note },
    'return-received': { ...given, note },
    'return-accepted': { ...given, note, answer: note },
    'return-refused': { ...given, note, answer: note },
    'refund-made': refund,
    'refund-failed': refund,
    'refund-failed-seller': refund,
    verify: account,
    reset: account,
    'password-changed': { happenedAt },
    blocked: { reason: note },
    'product-hidden': product,
    'product-shown': product,
    find: { orderIds: [IDS.order, 'e'.repeat(24)] },
  }
}

export const KINDS = Object.keys(exampleData()) as Kind[]

import { invalid, type Sort } from '@shop/shared/contracts'
import type { Product } from './product.ts'
import { searchKeysOf } from './search-keys.ts'

export interface Order {
  key: 'newest' | 'price' | 'title'
  direction: 1 | -1
}

const ORDERS: Record<Sort, Order> = {
  newest: { key: 'newest', direction: -1 },
  price: { key: 'price', direction: 1 },
  '-price': { key: 'price', direction: -1 },
  title: { key: 'title', direction: 1 },
}

const FORMS: Record<Order['key'], RegExp> = {
  newest: /^\d{15}[\da-f]{24}$/,
  price: /^\d{8}[\da-f]{24}$/,
  title: /^[^\t]{0,200}\t[\da-f]{24}$/,
}

export function orderOf(sort: Sort): Order {
  return ORDERS[sort]
}

export function encodeCursor(sort: Sort, last: Product): string {
  const key = searchKeysOf(last)[ORDERS[sort].key]
  return Buffer.from(`${sort}:${key}`).toString('base64url')
}

/** The key after which a page begins; throws `validation` for an invalid cursor or one of another order. */
export function decodeCursor(sort: Sort, cursor: string): string {
  const text = Buffer.from(cursor, 'base64url').toString()
  const key = text.slice(sort.length + 1)
  if (!text.startsWith(`${sort}:`) || !FORMS[ORDERS[sort].key].test(key))
    throw invalid('Not a valid cursor for this list', 'cursor')
  return key
}
